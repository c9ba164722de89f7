import { type LineId } from '#shared/contracts/ids';
import { failed, ready, type OrderEvent } from '../orderEvents';
import { fail } from '../endings';
import { type OrderLine } from '../line';
import { type Before, enter, type Order } from '../order';
import { type RefundWish } from '../refund';
import { refundsOf, withRefunds } from '../cutoff/decideOrder';
import { fenToReturn } from '../owed';
import { isUnweighed, weightRefund, withWeight } from '../weighing';

/**
 * The leader has received the goods: `units` of each line are there. What is short is refunded; a line that nobody weighed counts
 * with its nominal weight. Nothing there at all: the order fails.
 */
export function receive(
  order: Before<'receive'>,
  units: ReadonlyMap<LineId, number>,
  now: Date,
): { order: Order; events: readonly OrderEvent[] } {
  const cuts = order.lines.map((line) => shorten(order, line, { there: units.get(line.lineId) ?? 0, now }));
  const lines = cuts.map(({ line }) => line);
  if (lines.every(({ allocated }) => allocated === 0)) {
    const ended = fail({ ...order, lines }, 'shortage_at_handover', now);
    return { order: ended, events: [failed(ended)] };
  }
  const received = { ...enter('receive', order, { ...order.facts, readyAt: now }), lines };
  const short = withRefunds(received, { refunds: shortages(order, cuts), now });
  const weighed = withRefunds(short, { refunds: nominalWeights(short), now });
  return { order: { ...weighed, lines: weighedNominally(weighed.lines) }, events: [ready(weighed)] };
}

/** One refund for each line: who bears it is decided by Sku. */
const shortages = (order: Order, cuts: readonly ReturnType<typeof shorten>[]): RefundWish[] =>
  cuts.flatMap((cut) => refundsOf(order, [cut], `handover:${cut.line.lineId}`));

/** Lines that nobody weighed, at their nominal weight. */
const nominalWeights = (order: Order): RefundWish[] =>
  order.lines.filter(isUnweighed).map((line) => weightRefund(order, withWeight(line, nominalGrams(line))));

const weighedNominally = (lines: readonly OrderLine[]): OrderLine[] =>
  lines.map((line) => (isUnweighed(line) ? withWeight(line, nominalGrams(line)) : line));

const nominalGrams = ({ offer, allocated }: OrderLine): number => offer.nominalGrams * allocated;

function shorten(order: Order, line: OrderLine, { there, now }: { there: number; now: Date }) {
  const received = Math.min(there, line.allocated);
  const missing = line.allocated - received;
  if (missing === 0) return { line: { ...line, received }, fen: 0 };
  const reason = 'shortage_at_handover' as const;
  const short = { ...line, received, allocated: received, dropped: { reason, units: missing, at: now } };
  return { line: short, reason, fen: fenToReturn(order, short) };
}
