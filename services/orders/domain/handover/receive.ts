import { type LineId } from '#shared/contracts/ids';
import { assertCan } from '../lifecycle';
import { failed, ready, type OrderFact } from '../facts';
import { fail } from '../endings';
import { type OrderLine } from '../line';
import { type After, type Before, nextBase, type Order } from '../order';
import { valueOfUnits } from '../pricing';
import { type RefundWish } from '../refund';
import { refundableOfLine } from '../refunds';
import { refundsOf, withRefunds } from '../cutoff/decideOrder';
import { isUnweighed, weightRefund } from '../weighing';

/**
 * The leader has received the goods: `units` of each line are there. What is short is refunded; a line that nobody weighed counts
 * with its nominal weight. Nothing there at all: the order fails.
 */
export function receive(
  order: Before<'receive'>,
  units: ReadonlyMap<LineId, number>,
  now: Date,
): { order: Order; facts: readonly OrderFact[] } {
  assertCan('receive', order);
  const cuts = order.lines.map((line) => shorten(order, line, { there: units.get(line.lineId) ?? 0, now }));
  const lines = cuts.map(({ line }) => line);
  if (lines.every(({ allocated }) => allocated === 0)) {
    const ended = fail({ ...order, lines }, 'shortage_at_handover', now);
    return { order: ended, facts: [failed(ended)] };
  }
  const { consolidationId, consolidatedAt, paidAt, payment } = order;
  const received: After<'receive'> = {
    ...nextBase(order),
    lines,
    paidAt,
    payment,
    consolidationId,
    consolidatedAt,
    ...(order.status === 'in_transit' ? { departedAt: order.departedAt } : {}),
    status: 'ready',
    readyAt: now,
  };
  const short = withRefunds(received, { refunds: refundsOf(order, cuts, 'handover'), now });
  const settled = withRefunds(short, { refunds: nominalWeights(short), now });
  return { order: { ...settled, lines: weighedNominally(settled.lines) }, facts: [ready(settled)] };
}

/** Lines that nobody weighed, settled at their nominal weight. */
const nominalWeights = (order: Order): RefundWish[] =>
  order.lines.filter(isUnweighed).map((line) => weightRefund(order, line, nominalGrams(line)));

const weighedNominally = (lines: readonly OrderLine[]): OrderLine[] =>
  lines.map((line) => (isUnweighed(line) ? { ...line, finalWeightGrams: nominalGrams(line) } : line));

const nominalGrams = ({ offer, allocated }: OrderLine): number => offer.nominalGrams * allocated;

function shorten(order: Order, line: OrderLine, { there, now }: { there: number; now: Date }) {
  const received = Math.min(there, line.allocated);
  const missing = line.allocated - received;
  if (missing === 0) return { line: { ...line, received }, fen: 0 };
  const reason = 'shortage_at_handover' as const;
  return {
    line: { ...line, received, allocated: received, dropped: { reason, units: missing, at: now } },
    reason,
    fen: valueOfUnits(refundableOfLine(order, line.lineId), missing, line.allocated),
  };
}
