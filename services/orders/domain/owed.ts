import { type RefundReason } from '#shared/contracts/events/orders';
import { type LineId } from '#shared/contracts/ids';
import { valueOfUnits } from '#shared/contracts/orders/claimShare';
import { priceOfWeight } from '#shared/kit/money';
import { isWeighed, type OrderLine } from './line';
import { type Order } from './order';
import { sumOf } from './refund';
import { refundableOfLine, refundedOfLine } from './refunds';

/**
 * Refunds that follow from what a line says of itself: how much of it comes, what it weighs, which tier it costs. The others
 * (goodwill, for example) are said by themselves alone, and none of these ever takes their place (rule 17).
 */
const followsFromLine: Record<RefundReason, boolean> = {
  group_not_formed: true,
  tier_price_reached: true,
  weight_difference: true,
  supplier_minimum: true,
  supplier_shortage: true,
  shortage_at_handover: true,
  cancelled_by_shopper: false,
  paid_too_late: false,
  out_of_stock_after_payment: false,
  overdue: false,
  not_delivered: false,
  granted_by_operator: false,
  line_cancelled: true,
  recalled: true,
  claim: false,
  goodwill: false,
};

/** What the goods of a line cost, in fen, by what the line says of itself; refunds play no part in it. */
export function priceOfLine(line: OrderLine): number {
  const { price, ordered, allocated, finalWeightGrams } = line;
  const unitFen = line.reachedUnitFen ?? price.unitFen;
  if (!isWeighed(line)) return partOf(Math.max(0, unitFen * ordered - price.discountFen), allocated, ordered);
  // Until it is weighed, it counts with what is authorised.
  if (finalWeightGrams === undefined) return partOf(price.chargedFen, allocated, ordered);
  const units = line.weighedUnits ?? ordered;
  const weightFen = priceOfWeight(unitFen, finalWeightGrams) - partOf(price.discountFen, units, ordered);
  const most = partOf(price.chargedFen, units, ordered);
  return partOf(Math.min(most, Math.max(0, weightFen)), allocated, units);
}

/** What `units` of `ofUnits` that cost `fen` together cost. */
const partOf = (fen: number, units: number, ofUnits: number): number =>
  units >= ofUnits ? fen : fen - valueOfUnits(fen, ofUnits - units, ofUnits);

/** What went back of a line for reasons of its own, in fen. */
const grantedOfLine = ({ refunds }: Pick<Order, 'refunds'>, lineId: LineId): number =>
  sumOf(
    refunds
      .filter(({ reason }) => !followsFromLine[reason])
      .map((refund) => ({ fen: refundedOfLine({ refunds: [refund] }, lineId) })),
  );

/** What a line owes in the end, in fen: what its goods cost, less what was granted. In whatever order things happened. */
export const owedOfLine = (order: Pick<Order, 'refunds'>, line: OrderLine): number =>
  Math.max(0, priceOfLine(line) - grantedOfLine(order, line.lineId));

/** What is to go back, in fen, when a line of `order` becomes `line`. */
export const fenToReturn = (order: Pick<Order, 'lines' | 'refunds'>, line: OrderLine): number =>
  Math.max(0, refundableOfLine(order, line.lineId) - owedOfLine(order, line));
