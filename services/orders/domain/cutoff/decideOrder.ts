import { type RefundReason } from '#shared/contracts/events/orders';
import { type OfferId, type SkuId } from '#shared/contracts/ids';
import { consolidated, failed, type OrderEvent } from '../orderEvents';
import { fail } from '../endings';
import { type OrderLine } from '../line';
import { amend, type Order, type OrderIn } from '../order';
import { type RefundedLine, type RefundWish } from '../refund';
import { fenToReturn } from '../owed';
import { addRefund, refundableOfLine, refundIdOf } from '../refunds';
import { type OfferOutcome } from './outcomes';

export type CutoffOutcomes = {
  /** Of the order's pickup point. */
  readonly offers: ReadonlyMap<OfferId, OfferOutcome>;
  readonly droppedSkus: ReadonlySet<SkuId>;
};

type Cut = { readonly line: OrderLine; readonly reason?: RefundReason; readonly fen: number };

/**
 * What cutoff makes of an order of the consolidation: lines whose group failed, or which no supplier delivers, are refunded and dropped; the
 * others cost the tier that was reached. Nothing left: the order fails. About an order that has its receipt, nothing is decided.
 */
export function decideOrder(
  order: OrderIn<'consolidated'>,
  outcomes: CutoffOutcomes,
  now: Date,
): { order: Order; events: readonly OrderEvent[] } | undefined {
  if (order.receipt) return undefined;
  const cuts = order.lines.map((line) => cut(order, line, outcomes, now));
  const lines = cuts.map(({ line }) => line);
  const firstDropped = cuts.find(({ line }) => line.allocated === 0);
  if (firstDropped && lines.every(({ allocated }) => allocated === 0)) {
    const ended = fail({ ...order, lines }, firstDropped.line.dropped?.reason ?? 'group_not_formed', now);
    return { order: ended, events: [failed(ended)] };
  }
  const decided: OrderIn<'consolidated'> = {
    ...withRefunds(
      amend(order, {
        lines,
        receipt: { outcome: 'consolidated', consolidationId: order.facts.consolidationId, at: now },
      }),
      { refunds: refundsOf(order, cuts, 'cutoff'), now },
    ),
    stock: returning(order, lines),
  };
  return { order: decided, events: [consolidated(decided)] };
}

/** The wishes that the cuts come to, one for each reason. `cause` tells this time from another. */
export function refundsOf(order: Order, cuts: readonly Cut[], cause: string): RefundWish[] {
  const byReason = new Map<RefundReason, RefundedLine[]>();
  for (const { line, reason, fen } of cuts)
    if (reason && fen > 0)
      byReason.set(reason, [...(byReason.get(reason) ?? []), { lineId: line.lineId, fen }]);
  return [...byReason].map(([reason, lines]) => ({
    refundId: refundIdOf(order, `${cause}:${reason}`),
    reason,
    lines,
    deliveryFeeFen: 0,
  }));
}

/** Adds refunds within the version that `order` has already. */
export function withRefunds<O extends Order>(
  order: O,
  { refunds, now }: { readonly refunds: readonly RefundWish[]; readonly now: Date },
): O {
  return { ...refunds.reduce((before, wish) => addRefund(before, wish, now), order), version: order.version };
}

/** The stock of dropped lines is to be given back to the catalogue. */
export function returning(before: Order, lines: readonly OrderLine[]): Order['stock'] {
  if (before.stock.state !== 'allocated') return before.stock;
  const dropped = lines.filter(
    ({ lineId, allocated }) =>
      allocated === 0 && before.lines.some((line) => line.lineId === lineId && line.allocated > 0),
  );
  const lineIds = new Set([...before.stock.returning, ...dropped.map(({ lineId }) => lineId)]);
  return { state: 'allocated', returning: [...lineIds] };
}

/** `line` without what was left of it. */
export const drop = (line: OrderLine, reason: RefundReason, now: Date): OrderLine => ({
  ...line,
  allocated: 0,
  dropped: { reason, units: line.allocated, at: now },
});

function cut(order: Order, line: OrderLine, { offers, droppedSkus }: CutoffOutcomes, now: Date): Cut {
  const outcome = offers.get(line.offer.offerId);
  // A group that nobody counted did not come together.
  const group = outcome?.group ?? (line.offer.group ? 'failed' : undefined);
  const grouped: OrderLine = group ? { ...line, groupStatus: group } : line;
  const reason =
    group === 'failed'
      ? 'group_not_formed'
      : droppedSkus.has(line.offer.skuId)
        ? 'supplier_minimum'
        : undefined;
  if (reason) return { line: drop(grouped, reason, now), reason, fen: refundableOfLine(order, line.lineId) };
  // Weighed lines cost the tier's price when they are weighed; of the others the difference goes back now.
  const decided = { ...grouped, reachedUnitFen: outcome?.unitFen ?? line.price.unitFen };
  return { line: decided, reason: 'tier_price_reached', fen: fenToReturn(order, decided) };
}
