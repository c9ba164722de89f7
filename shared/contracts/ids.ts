import { z } from './zod';

/**
 * A branded id: a prefix that names the thing, `_`, and 1–40 letters or digits. The prefix keeps an id of one kind from being
 * taken for another in logs, and the brand does so in the compiler.
 */
const id = <Brand extends string>(prefix: string, _brand: Brand) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z]{1,40}$`), `must be an id like ${prefix}_01H…`)
    .brand<Brand>()
    .meta({ example: `${prefix}_01K9ZC3T8RD2E6` });

export const AccountId = id('acc', 'AccountId');
export type AccountId = z.infer<typeof AccountId>;
export const SessionId = id('ses', 'SessionId');
export type SessionId = z.infer<typeof SessionId>;
export const AddressId = id('adr', 'AddressId');
export type AddressId = z.infer<typeof AddressId>;
export const LeaderApplicationId = id('app', 'LeaderApplicationId');
export type LeaderApplicationId = z.infer<typeof LeaderApplicationId>;

export const CityId = id('cit', 'CityId');
export type CityId = z.infer<typeof CityId>;
export const CategoryId = id('cat', 'CategoryId');
export type CategoryId = z.infer<typeof CategoryId>;
export const SupplierId = id('sup', 'SupplierId');
export type SupplierId = z.infer<typeof SupplierId>;
export const ProductId = id('prd', 'ProductId');
export type ProductId = z.infer<typeof ProductId>;
export const SkuId = id('sku', 'SkuId');
export type SkuId = z.infer<typeof SkuId>;
export const LotId = id('lot', 'LotId');
export type LotId = z.infer<typeof LotId>;
export const PictureId = id('pic', 'PictureId');
export type PictureId = z.infer<typeof PictureId>;
export const CycleId = id('cyc', 'CycleId');
export type CycleId = z.infer<typeof CycleId>;
export const OfferId = id('off', 'OfferId');
export type OfferId = z.infer<typeof OfferId>;

export const OrderId = id('ord', 'OrderId');
export type OrderId = z.infer<typeof OrderId>;
/** Names a line within its order: `l1`, `l2`, … */
export const LineId = z
  .string()
  .regex(/^l[1-9][0-9]?$/)
  .brand<'LineId'>()
  .meta({ example: 'l1' });
export type LineId = z.infer<typeof LineId>;
export const PaymentId = id('pay', 'PaymentId');
export type PaymentId = z.infer<typeof PaymentId>;
export const RefundId = id('ref', 'RefundId');
export type RefundId = z.infer<typeof RefundId>;
export const GroupOrderId = id('gro', 'GroupOrderId');
export type GroupOrderId = z.infer<typeof GroupOrderId>;
export const MessageId = id('msg', 'MessageId');
export type MessageId = z.infer<typeof MessageId>;
export const ConsolidationId = id('con', 'ConsolidationId');
export type ConsolidationId = z.infer<typeof ConsolidationId>;
export const PurchaseOrderId = id('pur', 'PurchaseOrderId');
export type PurchaseOrderId = z.infer<typeof PurchaseOrderId>;
export const LedgerEntryId = id('led', 'LedgerEntryId');
export type LedgerEntryId = z.infer<typeof LedgerEntryId>;

export const PickupPointId = id('ppt', 'PickupPointId');
export type PickupPointId = z.infer<typeof PickupPointId>;
export const FacilityId = id('fac', 'FacilityId');
export type FacilityId = z.infer<typeof FacilityId>;
export const RouteId = id('rou', 'RouteId');
export type RouteId = z.infer<typeof RouteId>;
export const StopId = id('stp', 'StopId');
export type StopId = z.infer<typeof StopId>;
export const CrateId = id('crt', 'CrateId');
export type CrateId = z.infer<typeof CrateId>;
export const PhotoId = id('pho', 'PhotoId');
export type PhotoId = z.infer<typeof PhotoId>;
export const DiscrepancyId = id('dis', 'DiscrepancyId');
export type DiscrepancyId = z.infer<typeof DiscrepancyId>;
export const RedemptionId = id('red', 'RedemptionId');
export type RedemptionId = z.infer<typeof RedemptionId>;
