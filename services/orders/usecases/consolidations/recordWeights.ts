import { type ErrorCode } from '#shared/contracts/errors';
import { type ConsolidationId, type LineId, type OrderId } from '#shared/contracts/ids';
import { DomainError, found, Refused } from '#shared/kit/domainError';
import { type Consolidation } from '../../domain/consolidation';
import { hasPayment, type Order } from '../../domain/order';
import { weigh } from '../../domain/weighing';
import { type OrdersDeps } from '../deps';
import { inGroups } from '../inGroups';

export type Weight = { readonly orderId: OrderId; readonly lineId: LineId; readonly grams: number };
export type RefusedWeight = { readonly orderId: OrderId; readonly lineId: LineId; readonly code: ErrorCode };

type Deps = Pick<OrdersDeps, 'orders' | 'consolidations' | 'now'>;

/**
 * Writes down real weights: all of one order in one write, each refused by itself. With the last weight the payment is captured,
 * by whoever looks after the order. Sent again, nothing changes.
 * @throws {Refused} NOT_FOUND, CONSOLIDATION_SUPERSEDED: the same weights are right for the version that took its place
 */
export async function recordWeights(
  deps: Deps,
  consolidationId: ConsolidationId,
  weights: readonly Weight[],
): Promise<{ recorded: number; refused: RefusedWeight[] }> {
  const consolidation = found(await deps.consolidations.find(consolidationId));
  if (consolidation.supersededBy) throw new Refused('CONSOLIDATION_SUPERSEDED');
  const byOrder = new Map<OrderId, Weight[]>();
  for (const weight of weights) byOrder.set(weight.orderId, [...(byOrder.get(weight.orderId) ?? []), weight]);
  const refused: RefusedWeight[] = [];
  await inGroups([...byOrder], 16, async ([orderId, some]) => {
    refused.push(...(await weighOrder(deps, { orderId, consolidation }, some)));
  });
  return { recorded: weights.length - refused.length, refused };
}

async function weighOrder(
  { orders, now }: Deps,
  { orderId, consolidation }: { orderId: OrderId; consolidation: Consolidation },
  weights: readonly Weight[],
): Promise<RefusedWeight[]> {
  let refused: RefusedWeight[] = [];
  try {
    await orders.change(orderId, (before) => {
      assertHolds(consolidation, before);
      refused = [];
      let order: Order = before;
      for (const { lineId, grams } of weights)
        try {
          if (hasPayment(order)) order = weigh(order, lineId, grams, now());
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused.push({ orderId, lineId, code: error.code });
        }
      return order === before ? undefined : { order: { ...order, version: before.version + 1 } };
    });
    return refused;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return weights.map(({ lineId }) => ({ orderId, lineId, code: error.code }));
  }
}

/** While the next version is being made, some orders belong to it already. */
function assertHolds({ id, cycleId }: Consolidation, order: Order): void {
  if (!('consolidationId' in order.facts) || order.cycleId !== cycleId) throw new Refused('NOT_FOUND');
  if (order.facts.consolidationId !== id) throw new Refused('CONSOLIDATION_SUPERSEDED');
}
