import { z } from './zod';

/** An id of the kind that `Prefix` names: to the compiler no plain text, and no id of another kind. */
export type Id<Prefix extends string> = string & z.$brand<Prefix>;

/**
 * Ids of one kind: a prefix that names the thing, `_`, and 1–40 letters or digits. The prefix keeps an id of one kind from being
 * taken for another in logs, and as the brand it does so in the compiler.
 */
const id = <Prefix extends string>(prefix: Prefix) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z]{1,40}$`), `must be an id like ${prefix}_01H…`)
    .meta({ example: `${prefix}_01K9ZC3T8RD2E6` })
    // Last: a call after it would lose the brand, as the compiler does not know the prefix here.
    .brand<Prefix>();

export const AccountId = id('acc');
export type AccountId = z.infer<typeof AccountId>;
export const SessionId = id('ses');
export type SessionId = z.infer<typeof SessionId>;
export const AddressId = id('adr');
export type AddressId = z.infer<typeof AddressId>;
export const LeaderApplicationId = id('app');
export type LeaderApplicationId = z.infer<typeof LeaderApplicationId>;

export const CityId = id('cit');
export type CityId = z.infer<typeof CityId>;
export const CategoryId = id('cat');
export type CategoryId = z.infer<typeof CategoryId>;
export const SupplierId = id('sup');
export type SupplierId = z.infer<typeof SupplierId>;
export const ProductId = id('prd');
export type ProductId = z.infer<typeof ProductId>;
export const SkuId = id('sku');
export type SkuId = z.infer<typeof SkuId>;
export const LotId = id('lot');
export type LotId = z.infer<typeof LotId>;
export const PictureId = id('pic');
export type PictureId = z.infer<typeof PictureId>;
export const CycleId = id('cyc');
export type CycleId = z.infer<typeof CycleId>;
export const OfferId = id('off');
export type OfferId = z.infer<typeof OfferId>;

export const OrderId = id('ord');
export type OrderId = z.infer<typeof OrderId>;
/** Names a line within its order: `l1`, `l2`, … */
export const LineId = z
  .string()
  .regex(/^l[1-9][0-9]?$/)
  .brand<'LineId'>()
  .meta({ example: 'l1' });
export type LineId = z.infer<typeof LineId>;
export const PaymentId = id('pay');
export type PaymentId = z.infer<typeof PaymentId>;
export const RefundId = id('ref');
export type RefundId = z.infer<typeof RefundId>;
export const ClaimId = id('clm');
export type ClaimId = z.infer<typeof ClaimId>;
export const GroupOrderId = id('gro');
export type GroupOrderId = z.infer<typeof GroupOrderId>;
export const MessageId = id('msg');
export type MessageId = z.infer<typeof MessageId>;
export const ConsolidationId = id('con');
export type ConsolidationId = z.infer<typeof ConsolidationId>;
export const PurchaseOrderId = id('pur');
export type PurchaseOrderId = z.infer<typeof PurchaseOrderId>;
export const ReceiptId = id('rcp');
export type ReceiptId = z.infer<typeof ReceiptId>;
export const SupplierPaymentId = id('spm');
export type SupplierPaymentId = z.infer<typeof SupplierPaymentId>;
export const LedgerEntryId = id('led');
export type LedgerEntryId = z.infer<typeof LedgerEntryId>;
export const DifferenceId = id('dif');
export type DifferenceId = z.infer<typeof DifferenceId>;

export const PayoutId = id('pyt');
export type PayoutId = z.infer<typeof PayoutId>;
export const PayoutHoldId = id('hld');
export type PayoutHoldId = z.infer<typeof PayoutHoldId>;
export const PayoutFileId = id('pfl');
export type PayoutFileId = z.infer<typeof PayoutFileId>;

export const PickupPointId = id('ppt');
export type PickupPointId = z.infer<typeof PickupPointId>;
export const FacilityId = id('fac');
export type FacilityId = z.infer<typeof FacilityId>;
export const RouteId = id('rou');
export type RouteId = z.infer<typeof RouteId>;
export const StopId = id('stp');
export type StopId = z.infer<typeof StopId>;
export const CrateId = id('crt');
export type CrateId = z.infer<typeof CrateId>;
export const PhotoId = id('pho');
export type PhotoId = z.infer<typeof PhotoId>;
export const AuditEntryId = id('aud');
export type AuditEntryId = z.infer<typeof AuditEntryId>;
export const DiscrepancyId = id('dis');
export type DiscrepancyId = z.infer<typeof DiscrepancyId>;
export const RedemptionId = id('red');
export type RedemptionId = z.infer<typeof RedemptionId>;
