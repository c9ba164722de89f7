import { type ErrorCode } from '#shared/contracts/errors';
import { type ConsolidationId, type LineId, type OrderId } from '#shared/contracts/ids';
import { DomainError, found, Refused } from '#shared/kit/domainError';
import { type Consolidation } from '../../domain/consolidation';
import { type InConsolidation } from '../../domain/cutoff/supersede';
import { type Order } from '../../domain/order';
import { type Weight as LineWeight, weighLines } from '../../domain/weighing';
import { type OrdersDeps } from '../deps';
import { inGroups } from '../inGroups';

export type Weight = LineWeight & { readonly orderId: OrderId };
export type RefusedWeight = { readonly orderId: OrderId; readonly lineId: LineId; readonly code: ErrorCode };

type Deps = Pick<OrdersDeps, 'orders' | 'consolidations' | 'terms' | 'now'>;

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
  const { weightBandPercent: bandPercent } = await deps.terms.rules(consolidation.cityId);
  const byOrder = new Map<OrderId, Weight[]>();
  for (const weight of weights) byOrder.set(weight.orderId, [...(byOrder.get(weight.orderId) ?? []), weight]);
  const refused: RefusedWeight[] = [];
  await inGroups([...byOrder], 16, async ([orderId, some]) => {
    refused.push(...(await weighOrder(deps, { orderId, consolidation, bandPercent }, some)));
  });
  return { recorded: weights.length - refused.length, refused };
}

type Weighed = {
  readonly orderId: OrderId;
  readonly consolidation: Consolidation;
  readonly bandPercent: number;
};

async function weighOrder(
  { orders, now }: Deps,
  { orderId, consolidation, bandPercent }: Weighed,
  weights: readonly Weight[],
): Promise<RefusedWeight[]> {
  let refused: RefusedWeight[] = [];
  try {
    await orders.change(orderId, (before) => {
      assertHolds(consolidation, before);
      const weighed = weighLines(before, weights, { bandPercent, now: now() });
      refused = weighed.refused.map((one) => ({ orderId, ...one }));
      return weighed;
    });
    return refused;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return weights.map(({ lineId }) => ({ orderId, lineId, code: error.code }));
  }
}

/** While the next version is being made, some orders belong to it already. */
function assertHolds({ id, cycleId }: Consolidation, order: Order): asserts order is InConsolidation {
  if (!('consolidationId' in order.facts) || order.cycleId !== cycleId) throw new Refused('NOT_FOUND');
  if (order.facts.consolidationId !== id) throw new Refused('CONSOLIDATION_SUPERSEDED');
}
