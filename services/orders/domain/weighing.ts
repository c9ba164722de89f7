import { type LineId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { withRefunds } from './cutoff/decideOrder';
import { isWeighed, type OrderLine } from './line';
import { amend, type Order, type OrderWithPayment } from './order';
import { fenToReturn } from './owed';
import { refundIdOf } from './refunds';

/** Whether the real weight of the line has yet to be found. */
export const isUnweighed = (line: OrderLine): boolean =>
  isWeighed(line) && line.allocated > 0 && line.finalWeightGrams === undefined;

/**
 * The real weight of a line in grams: the shopper pays for it, never more than was authorised; the excess is free (rule 11).
 * The same weight again changes nothing.
 * @throws {Refused} NOT_FOUND for a line that is not weighed, WEIGHT_ALREADY_KNOWN
 */
export function weigh<O extends OrderWithPayment>(order: O, lineId: LineId, grams: number, now: Date): O {
  const line = order.lines.find((candidate) => candidate.lineId === lineId);
  if (!line || !isWeighed(line) || line.allocated === 0) throw new Refused('NOT_FOUND');
  if (line.finalWeightGrams === grams) return order;
  if (line.finalWeightGrams !== undefined) throw new Refused('WEIGHT_ALREADY_KNOWN');
  const weighed = withWeight(line, grams);
  const lines = order.lines.map((other) => (other === line ? weighed : other));
  return withRefunds(amend(order, { lines }), { refunds: [weightRefund(order, weighed)], now });
}

/** `line`, of which all units that are to come weigh so much together. */
export const withWeight = (line: OrderLine, grams: number): OrderLine => ({
  ...line,
  finalWeightGrams: grams,
  weighedUnits: line.allocated,
});

/** What goes back once the weight of `line` is known; nothing when it costs as much as was charged, or more. */
export function weightRefund(order: Order, line: OrderLine) {
  const fen = fenToReturn(order, line);
  return {
    refundId: refundIdOf(order, `weight:${line.lineId}`),
    reason: 'weight_difference' as const,
    lines: fen === 0 ? [] : [{ lineId: line.lineId, fen }],
    deliveryFeeFen: 0,
  };
}
