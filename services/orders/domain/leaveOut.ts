import { type RefundReason } from '#shared/contracts/events/orders';
import { type LineId, type RefundId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { returning, withRefunds } from './cutoff/decideOrder';
import { fail } from './endings';
import { assertCan, OrderActionNotAllowed } from './lifecycle';
import { type OrderLine } from './line';
import { amend, hasPayment, type Order } from './order';
import { failed } from './orderEvents';
import { fenToReturn } from './owed';
import { type Progress, refundableOfLine } from './refunds';

export type LeftOut = {
  readonly refundId: RefundId;
  readonly reason: RefundReason;
  readonly lines: readonly {
    readonly lineId: LineId;
    /** How many do not come; absent: all that were to come. */
    readonly units?: number | undefined;
    /** What is to go back; absent: what they cost. */
    readonly fen?: number | undefined;
  }[];
  readonly deliveryFeeFen: number;
};

/**
 * Takes goods out of an order that is not handed out yet, and refunds them: they leave the allocation, and with it every list that
 * is made from now on; lists that are made already are outdated. Nothing left: the order fails.
 * @throws {OrderActionNotAllowed} when they are handed out, or the order has ended
 * @throws {Refused} NOT_FOUND, REFUND_TOO_SMALL when less is to go back than they cost, REFUND_TOO_LARGE
 */
export function leaveOut(order: Order, wish: LeftOut, now: Date): Progress {
  assertCan('fail', order);
  if (!hasPayment(order)) throw new OrderActionNotAllowed('fail', order.status);
  const wished = wish.lines.map(({ lineId, units, fen }) => {
    const line = order.lines.find((one) => one.lineId === lineId);
    if (!line) throw new Refused('NOT_FOUND', `The order has no line ${lineId}`);
    const left = without(line, { units: units ?? line.allocated, reason: wish.reason, now });
    const costFen = left.allocated === 0 ? refundableOfLine(order, lineId) : fenToReturn(order, left);
    if (fen !== undefined && fen < costFen) throw new Refused('REFUND_TOO_SMALL');
    if (fen !== undefined && fen > costFen) throw new Refused('REFUND_TOO_LARGE');
    return { left, part: { lineId, fen: costFen } };
  });
  const lines = order.lines.map(
    (line) => wished.find(({ left }) => left.lineId === line.lineId)?.left ?? line,
  );
  const refund = {
    refundId: wish.refundId,
    reason: wish.reason,
    lines: wished.map(({ part }) => part).filter(({ fen }) => fen > 0),
    deliveryFeeFen: wish.deliveryFeeFen,
  };
  const outdated = 'consolidationId' in order.facts ? { outdatedLists: order.facts.consolidationId } : {};
  // After cutoff the goods are bought, or were never there: nothing returns to the catalogue.
  const stock = now < order.cutoffAt ? returning(order, lines) : order.stock;
  const smaller = withRefunds({ ...amend(order, { lines, stock }), ...outdated }, { refunds: [refund], now });
  if (lines.some(({ allocated }) => allocated > 0)) return { order: smaller, events: [] };
  const ended = fail(smaller, wish.reason, now);
  const next = {
    ...ended,
    ...(now < order.cutoffAt ? {} : { stock: order.stock }),
    version: order.version + 1,
  };
  return { order: next, events: [failed(next)] };
}

type Missing = { readonly units: number; readonly reason: RefundReason; readonly now: Date };

/** @throws {Refused} REFUND_TOO_LARGE for more units than were to come */
function without(line: OrderLine, { units, reason, now }: Missing): OrderLine {
  if (units > line.allocated) throw new Refused('REFUND_TOO_LARGE');
  return { ...line, allocated: line.allocated - units, dropped: { reason, units, at: now } };
}
