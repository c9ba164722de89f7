import { type ErrorCode } from '#shared/contracts/errors';
import { type ConsolidationId, type LineId, type OrderId } from '#shared/contracts/ids';
import { DomainError, found, Refused } from '#shared/kit/domainError';
import { hasPayment, type Order } from '../domain/order';
import { weigh } from '../domain/weighing';
import { type ConsolidationStore } from '../storage/consolidations';
import { type OrdersDeps } from './deps';
import { inGroups } from './inGroups';

export type Weight = { readonly orderId: OrderId; readonly lineId: LineId; readonly grams: number };
export type RefusedWeight = { readonly orderId: OrderId; readonly lineId: LineId; readonly code: ErrorCode };

type Deps = Pick<OrdersDeps, 'orders' | 'now'> & { readonly consolidations: ConsolidationStore };

/**
 * Writes down real weights: all of one order in one write, each refused by itself. With the last weight the payment is captured,
 * by whoever looks after the order. Sent again, nothing changes.
 * @throws {Refused} NOT_FOUND
 */
export async function recordWeights(
  deps: Deps,
  consolidationId: ConsolidationId,
  weights: readonly Weight[],
): Promise<{ recorded: number; refused: RefusedWeight[] }> {
  found(await deps.consolidations.find(consolidationId));
  const byOrder = new Map<OrderId, Weight[]>();
  for (const weight of weights) byOrder.set(weight.orderId, [...(byOrder.get(weight.orderId) ?? []), weight]);
  const refused: RefusedWeight[] = [];
  await inGroups([...byOrder], 16, async ([orderId, some]) => {
    refused.push(...(await weighOrder(deps, { orderId, consolidationId }, some)));
  });
  return { recorded: weights.length - refused.length, refused };
}

async function weighOrder(
  { orders, now }: Deps,
  { orderId, consolidationId }: { orderId: OrderId; consolidationId: ConsolidationId },
  weights: readonly Weight[],
): Promise<RefusedWeight[]> {
  let refused: RefusedWeight[] = [];
  try {
    await orders.change(orderId, (before) => {
      if (!('consolidationId' in before) || before.consolidationId !== consolidationId)
        throw new Refused('NOT_FOUND');
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
