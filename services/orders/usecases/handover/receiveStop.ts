import { compareAsc } from 'date-fns';
import { type EventData } from '#shared/contracts/events';
import { type LineId, type OrderId } from '#shared/contracts/ids';
import { groupOrderIdOf } from '../../domain/place';
import { receive } from '../../domain/handover/receive';
import { type Sharer, shareOut } from '../../domain/handover/shortage';
import { type Before } from '../../domain/order';
import { namesOf } from '../../domain/people';
import { type HandoverPlan } from '../../storage/handoverPlanStore';
import { inGroups } from '../inGroups';
import { may } from '../../domain/lifecycle';
import { type OrdersDeps } from '../deps';
import { consolidationOf } from './consolidationOf';

type Deps = Pick<OrdersDeps, 'orders' | 'handoverOrders' | 'handoverPlans' | 'consolidations'>;
type Received = EventData<'delivery.stop_received.v1'>;

/**
 * The leader has received what came to a pickup point. How it is shared out is kept first; then each order takes its share, is
 * ready, and gets back what is missing. After a crash the event comes again: the same plan goes on with the orders that are not
 * ready yet.
 */
export async function receiveStop(deps: Deps, received: Received): Promise<void> {
  const plan = (await deps.handoverPlans.find(received.stopId)) ?? (await planStop(deps, received));
  const unitsOf = new Map<OrderId, Map<LineId, number>>();
  for (const { orderId, lineId, units } of plan.shares)
    unitsOf.set(orderId, (unitsOf.get(orderId) ?? new Map<LineId, number>()).set(lineId, units));
  await inGroups([...unitsOf], 16, async ([orderId, units]) => {
    await deps.orders.change(orderId, (order) =>
      may('receive', order) ? receive(order, units, plan.receivedAt) : undefined,
    );
  });
}

async function planStop(deps: Deps, event: Received): Promise<HandoverPlan> {
  const { stopId, pickupPointId, received, receivedAt } = event;
  const { cycleId } = await consolidationOf(deps, event.consolidationId);
  const waiting = await deps.handoverOrders.onTheWay(groupOrderIdOf(pickupPointId, cycleId));
  const came = new Map(received.map(({ skuId, units }) => [skuId, units]));
  const shorted = isShort(waiting, came)
    ? await deps.handoverOrders.lastShortages(waiting)
    : new Map<string, Date>();
  const sharers = waiting.map((order): Sharer => ({
    ...order,
    paidAt: order.facts.paidAt,
    shortedAt: namesOf(order)
      .flatMap((name) => shorted.get(name) ?? [])
      .toSorted(compareAsc)
      .at(-1),
  }));
  const shares = shareOut(sharers, came);
  return deps.handoverPlans.keep({ stopId, pickupPointId, receivedAt: new Date(receivedAt), shares });
}

function isShort(orders: readonly Before<'receive'>[], came: ReadonlyMap<string, number>): boolean {
  const wanted = new Map<string, number>();
  for (const { offer, allocated } of orders.flatMap(({ lines }) => lines))
    wanted.set(offer.skuId, (wanted.get(offer.skuId) ?? 0) + allocated);
  return [...wanted].some(([skuId, units]) => (came.get(skuId) ?? 0) < units);
}
