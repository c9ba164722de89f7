import { type EventData } from '#shared/contracts/events';
import { type OrderId } from '#shared/contracts/ids';
import { chargeDisputed } from '../../domain/handover/dispute';
import { may } from '../../domain/lifecycle';
import { type OrdersDeps } from '../deps';
import { inGroups } from '../inGroups';

type Deps = Pick<OrdersDeps, 'orders' | 'handoverPlans'>;

/**
 * It was decided who bears what did not come to a pickup point: what went back for it is charged to them. Told again, nothing changes;
 * an earlier decision that comes late neither.
 * @throws when the receipt was not shared out yet: the event comes again
 */
export async function chargeDispute(
  deps: Deps,
  decided: EventData<'delivery.discrepancy_decided.v1'>,
): Promise<void> {
  const plan = await deps.handoverPlans.find(decided.stopId);
  if (!plan) throw new Error(`The goods of stop ${decided.stopId} are not shared out yet`);
  const orderIds: readonly OrderId[] = [...new Set(plan.shares.map(({ orderId }) => orderId))];
  await inGroups(orderIds, 16, async (orderId) => {
    await deps.orders.change(orderId, (order) => {
      if (may('receive', order)) throw new Error(`Order ${orderId} has not got its share yet`);
      const charged = chargeDisputed(order, decided);
      return charged === order ? undefined : { order: charged };
    });
  });
}
