import { type Bilingual } from '#shared/contracts/common';
import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { type PictureUrls } from '#shared/contracts/catalog/common';
import { type adjustmentReasons } from '#shared/contracts/catalog/offers';
import {
  type AccountId,
  type CategoryId,
  type CityId,
  type CycleId,
  type LineId,
  type LotId,
  type OfferId,
  type OrderId,
  type ProductId,
  type SkuId,
  type SupplierId,
} from '#shared/contracts/ids';
import {
  type GroupTarget,
  type PriceTier,
  type SoldBy,
  type Temperature,
} from '#shared/contracts/internal/catalog';
import { type Money } from '#shared/contracts/money';
import { type SearchKeys } from '#shared/kit/search/searchKeys';
import { type Hold } from './hold';
import { type HoldPageMark } from './holdPage';

/** Says that sold units of a line came back already; kept for a day, so that a repetition does not bring them back twice. */
export type ReturnMark = { readonly orderId: OrderId; readonly lineId: LineId; readonly at: Date };

export type Adjustment = {
  readonly id: string;
  readonly units: number;
  readonly reason: (typeof adjustmentReasons)[number];
  readonly note?: string;
  readonly by: AccountId;
  readonly at: Date;
};

/** What an offer shows of its product, Sku and supplier: refreshed when they change. */
export type OfferContent = {
  readonly productId: ProductId;
  readonly skuId: SkuId;
  readonly categoryId: CategoryId;
  readonly title: Bilingual;
  readonly pack: Bilingual;
  readonly picture?: PictureUrls;
  readonly soldBy: SoldBy;
  readonly nominalGrams: number;
  readonly temperature: Temperature;
  readonly fresh: boolean;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly supplierNameEn?: string;
  readonly caseUnits: number;
  readonly supplierMinimumUnits: number;
  readonly search: SearchKeys;
};

/** Content that an offer may be without. */
export const optionalContent = ['picture', 'supplierNameEn'] as const satisfies (keyof OfferContent)[];

/** What an operator decides about an offer. */
export type OfferConditions = {
  readonly price: Money;
  readonly strikePrice?: Money;
  readonly clearance: boolean;
  readonly tiers: readonly PriceTier[];
  readonly group?: GroupTarget;
  readonly limitPerShopper?: number;
  readonly flash: boolean;
  readonly commissionBasisPoints: number;
  readonly lotId?: LotId;
  readonly rank: number;
};

/**
 * Where the units of an offer are. Always: initial + adjusted = available + units of all holds, here and in pages, + sold. Every change
 * keeps that in one write.
 */
export type StockFields = {
  readonly initial: number;
  readonly adjusted: number;
  readonly available: number;
  readonly sold: number;
  readonly holds: readonly Hold[];
  /** Older holds lie in pages beside the offer, so that it stays small however many orders are unpaid. Absent: there were never many. */
  readonly holdPages?: readonly HoldPageMark[];
  readonly returns: readonly ReturnMark[];
  readonly adjustments: readonly Adjustment[];
};

/** What only stock keeping needs of an offer: it grows with the orders that are under way. */
export type StockKeeping = 'holds' | 'holdPages' | 'returns' | 'adjustments';

/** One Sku sold in one cycle. */
export type Offer = OfferContent &
  OfferConditions &
  StockFields & {
    readonly _id: OfferId;
    readonly cycleId: CycleId;
    readonly cityId: CityId;
    readonly onSale: boolean;
    /** Rises with each change of content or conditions; stock does not count. */
    readonly version: number;
    /** Every price it ever had, oldest first, the present one last. */
    readonly prices: readonly { readonly price: Money; readonly from: Date }[];
    readonly createdAt: Date;
    readonly outbox: readonly EventEnvelope[];
  };

/** An offer as people are shown it. */
export type ShownOffer = Omit<Offer, StockKeeping | 'outbox' | 'prices'>;
