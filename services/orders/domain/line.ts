import { type RefundReason } from '#shared/contracts/events/orders';
import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { type LineId } from '#shared/contracts/ids';
import { type PriceReason } from '#shared/contracts/orders/quotes';

/** What an Offer said at the moment of buying: later changes of the offer do not reach the order. */
export type OfferSnapshot = Omit<OfferTerms, 'cycleId' | 'cityId' | 'onSale' | 'limitPerShopper'>;

/** All amounts in fen, for the whole line, net of discount. */
export type LinePrice = {
  /** Per unit for `piece`, per 500 g for `weight`: the dearest tier. */
  readonly unitFen: number;
  readonly discountFen: number;
  readonly estimateFen: number;
  /** What was authorised or charged: never more is taken for the line. */
  readonly chargedFen: number;
  readonly reasons: readonly PriceReason[];
};

export type OrderLine = {
  readonly lineId: LineId;
  readonly offer: OfferSnapshot;
  readonly price: LinePrice;
  /** Units. */
  readonly ordered: number;
  /** Tax that the price includes, as the city's table had it when it was placed. Absent on orders older than that table. */
  readonly taxBasisPoints?: number;
  /** Units that are to be delivered: `ordered`, less what was dropped or turned out short. */
  readonly allocated: number;
  /** Units that the leader received for it. */
  readonly received?: number;
  /** Only on lines of an offer with a group target. `paid` and `formed` are two facts. */
  readonly groupStatus?: 'open' | 'formed' | 'failed';
  readonly finalWeightGrams?: number;
  /** Units that `finalWeightGrams` is the weight of; absent: all that were ordered. */
  readonly weighedUnits?: number;
  /** What everybody of the pickup point pays per unit (or 500 g) since cutoff, in fen: the tier that was reached. */
  readonly reachedUnitFen?: number;
  /** Why less than ordered comes; the last reason when there were several. */
  readonly dropped?: { readonly reason: RefundReason; readonly units: number; readonly at: Date };
};

/** The snapshot of `terms`. */
export function snapshot(terms: OfferTerms): OfferSnapshot {
  const { cycleId: _cycle, cityId: _city, onSale: _onSale, limitPerShopper: _limit, ...kept } = terms;
  return kept;
}

export const isWeighed = ({ offer }: Pick<OrderLine, 'offer'>): boolean => offer.soldBy === 'weight';
