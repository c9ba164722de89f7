import { type ErrorCode } from '#shared/contracts/errors';
import { type LineId } from '#shared/contracts/ids';
import { DomainError, Refused } from '#shared/kit/domainError';
import { withRefunds } from './cutoff/decideOrder';
import { type InConsolidation } from './cutoff/supersede';
import { leaveOut } from './leaveOut';
import { isWeighed, type OrderLine } from './line';
import { amend, hasPayment, type Order, type OrderWithPayment } from './order';
import { fenToReturn } from './owed';
import { type Refund } from './refund';
import { type Progress, refundableOfLine, refundIdOf } from './refunds';

/** Whether the real weight of the line has yet to be found. */
export const isUnweighed = (line: OrderLine): boolean =>
  isWeighed(line) && line.allocated > 0 && line.finalWeightGrams === undefined;

/** Whether its weight has yet to be found, and money depends on it. */
export const needsWeight = (order: Pick<Order, 'lines' | 'refunds'>, line: OrderLine): boolean =>
  isUnweighed(line) && refundableOfLine(order, line.lineId) > 0;

/** Whether the recorded weight of the line can still be corrected: its goods come, and money of it can go back. */
export const isCorrectable = (order: Pick<Order, 'lines' | 'refunds'>, line: OrderLine): boolean =>
  isWeighed(line) &&
  line.allocated > 0 &&
  line.finalWeightGrams !== undefined &&
  refundableOfLine(order, line.lineId) > 0;

/** Whether `grams` are so far from the nominal weight that somebody has to look again (rule 18). */
export function isUnusual({ offer, allocated }: OrderLine, grams: number, bandPercent: number): boolean {
  const nominal = offer.nominalGrams * allocated;
  return Math.abs(grams - nominal) * 100 > nominal * bandPercent;
}

/**
 * The real weight of a line in grams: the shopper pays for it, never more than was authorised; the excess is free (rule 11).
 * It can be corrected: until the payment is taken in both directions, afterwards downwards, with a refund (rule 18). The same weight
 * again changes nothing.
 * @throws {Refused} NOT_FOUND for a line that is not weighed, WEIGHT_ALREADY_KNOWN for more than the weight that was charged
 */
export function weigh<O extends OrderWithPayment>(order: O, lineId: LineId, grams: number, now: Date): O {
  const line = order.lines.find((candidate) => candidate.lineId === lineId);
  if (!line || !isWeighed(line) || line.allocated === 0) throw new Refused('NOT_FOUND');
  if (line.finalWeightGrams === grams) return order;
  const isCharged = order.facts.payment.state !== 'authorised';
  if (line.finalWeightGrams !== undefined && isCharged && grams > line.finalWeightGrams)
    throw new Refused('WEIGHT_ALREADY_KNOWN');
  const weighed = withWeight(line, grams);
  const lines = order.lines.map((other) => (other === line ? weighed : other));
  // What nobody has charged yet is charged by the new weight alone: the difference of the old one is no more.
  const before = isCharged ? order : { ...order, refunds: withoutWeight(order.refunds, lineId) };
  return withRefunds(amend(before, { lines }), { refunds: [weightRefund(before, weighed)], now });
}

const withoutWeight = (refunds: readonly Refund[], lineId: LineId): Refund[] =>
  refunds.filter(
    ({ reason, lines }) => reason !== 'weight_difference' || !lines.some((part) => part.lineId === lineId),
  );

export type Weight = {
  readonly lineId: LineId;
  readonly grams: number;
  readonly confirmed?: boolean | undefined;
};
type Weighing = { readonly bandPercent: number; readonly now: Date };

/**
 * Several weights of one order, within one version; each is refused by itself. 0 grams: nothing of the line came.
 * @throws nothing: what is refused is told beside the order
 */
export function weighLines(
  order: InConsolidation,
  weights: readonly Weight[],
  { bandPercent, now }: Weighing,
): Progress & { readonly refused: readonly { readonly lineId: LineId; readonly code: ErrorCode }[] } {
  const refused: { lineId: LineId; code: ErrorCode }[] = [];
  let done: Progress = { order, events: [] };
  for (const { lineId, grams, confirmed } of weights)
    try {
      const line = done.order.lines.find((one) => one.lineId === lineId);
      if (line && isWeighed(line) && !confirmed && line.allocated > 0 && isUnusual(line, grams, bandPercent))
        throw new Refused('WEIGHT_UNUSUAL');
      done =
        grams === 0
          ? withoutLine(done, lineId, now)
          : { ...done, order: weighed(done.order, lineId, grams, now) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push({ lineId, code: error.code });
    }
  if (done.order === order) return { ...done, refused };
  return { ...done, order: { ...done.order, version: order.version + 1 }, refused };
}

const weighed = (order: Order, lineId: LineId, grams: number, now: Date): Order => {
  if (!hasPayment(order)) throw new Refused('NOT_FOUND');
  return weigh(order, lineId, grams, now);
};

/** Nothing of a weighed line came: it leaves the order. */
function withoutLine({ order, events }: Progress, lineId: LineId, now: Date): Progress {
  const line = order.lines.find((one) => one.lineId === lineId);
  if (!line || !isWeighed(line)) throw new Refused('NOT_FOUND');
  if (line.allocated === 0 && line.dropped) return { order, events };
  const refundId = refundIdOf(order, `weight:none:${lineId}`);
  const left = leaveOut(
    order,
    { refundId, reason: 'supplier_shortage', lines: [{ lineId }], deliveryFeeFen: 0 },
    now,
  );
  return { order: left.order, events: [...events, ...left.events] };
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
    // Each weight has a refund of its own: a correction adds to what went back before.
    refundId: refundIdOf(order, `weight:${line.lineId}:${line.finalWeightGrams ?? ''}`),
    reason: 'weight_difference' as const,
    lines: fen === 0 ? [] : [{ lineId: line.lineId, fen }],
    deliveryFeeFen: 0,
  };
}
