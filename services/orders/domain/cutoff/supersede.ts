import { type ConsolidationId, type SkuId } from '#shared/contracts/ids';
import { fail } from '../endings';
import { failed, type OrderEvent } from '../orderEvents';
import { amendFacts, type Order, type OrderIn } from '../order';
import { refundableOfLine } from '../refunds';
import { drop, refundsOf, returning, withRefunds } from './decideOrder';

type Superseded = { readonly consolidationId: ConsolidationId; readonly droppedSkus: ReadonlySet<SkuId> };

/**
 * Moves an order to the consolidation that replaces its own, without the Skus that the supplier cannot deliver: their lines are
 * refunded. Nothing left: the order fails.
 */
export function supersede(
  order: OrderIn<'consolidated' | 'in_transit'>,
  { consolidationId, droppedSkus }: Superseded,
  now: Date,
): { order: Order; events: readonly OrderEvent[] } {
  const reason = 'supplier_shortage' as const;
  const cuts = order.lines.map((line) =>
    line.allocated > 0 && droppedSkus.has(line.offer.skuId)
      ? { line: drop(line, reason, now), reason, fen: refundableOfLine(order, line.lineId) }
      : { line, fen: 0 },
  );
  const lines = cuts.map(({ line }) => line);
  if (lines.every(({ allocated }) => allocated === 0)) {
    const ended = fail({ ...order, lines }, reason, now);
    return { order: ended, events: [failed(ended)] };
  }
  const { receipt } = order;
  const moved = {
    ...moveOn(order, consolidationId),
    lines,
    ...(receipt ? { receipt: { ...receipt, consolidationId } as typeof receipt } : {}),
  };
  const refunded = withRefunds(moved, { refunds: refundsOf(order, cuts, consolidationId), now });
  return { order: { ...refunded, stock: returning(order, lines) }, events: [] };
}

/** An order that some consolidation has. */
export type InConsolidation = Extract<
  Order,
  { readonly facts: { readonly consolidationId: ConsolidationId } }
>;

/** Moves an order to the consolidation that replaces its own; all else stays as it is. */
export const moveOn = <O extends InConsolidation>(order: O, consolidationId: ConsolidationId): O =>
  amendFacts(order, { consolidationId } as Partial<O['facts']>);
