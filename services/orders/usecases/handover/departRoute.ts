import { type EventData } from '#shared/contracts/events';
import { leaderOf } from '../../clients/pickupPoints';
import { collected, departed, failed } from '../../domain/orderEvents';
import { collect, depart, giveUp } from '../../domain/handover/journey';
import { type Order } from '../../domain/order';
import { groupOrderIdOf } from '../../domain/place';
import { ordersAtStop } from '../../storage/handoverOrderStore';
import { consolidationOf, type HandoverDeps } from './consolidationOf';

/** Trying again helps: what must have happened before is still on its way here. */
class TooEarly extends Error {
  override readonly name = 'TooEarly';
}

/**
 * The courier left with the orders of some pickup points, whichever version of the consolidation the route was planned by. Orders
 * that have left already stay; whoever goes on after a crash finds the others.
 */
export async function departRoute(
  deps: HandoverDeps,
  { consolidationId, pickupPointIds, departedAt }: EventData<'delivery.route_departed.v1'>,
): Promise<void> {
  const { cycleId } = await consolidationOf(deps, consolidationId);
  for (const pickupPointId of pickupPointIds) {
    for (;;) {
      const waiting = await ordersAtStop(deps.orders.collection, groupOrderIdOf(pickupPointId, cycleId));
      const changes = waiting.flatMap((before) => {
        if (before.status !== 'consolidated') return [];
        const order = depart(before, new Date(departedAt));
        return [{ before, decision: { order, events: [departed(order)] } }];
      });
      if (await deps.orders.saveAll(changes)) break;
    }
  }
}

/** The neighbour has the goods. Told again, nothing changes. */
export async function collectOrder(
  deps: HandoverDeps,
  { orderId, redemptionId, redeemedAt, pickupPointId }: EventData<'delivery.order_redeemed.v1'>,
): Promise<void> {
  const order = await deps.orders.find(orderId);
  if (!order) return;
  const rules = await deps.terms.rules(order.cityId);
  const leaderAccountId = await leaderOf(deps.terms, pickupPointId);
  const collection = { redemptionId, collectedAt: new Date(redeemedAt), leaderAccountId, rules };
  await deps.orders.change(
    orderId,
    (now) => {
      if (isOver(deps, now)) return undefined;
      if (now.status !== 'ready') throw new TooEarly(`Order ${orderId} is still ${now.status}`);
      const next = collect(now, collection);
      return { order: next, events: [collected(next)] };
    },
    order,
  );
}

/** A leader decided about an order that nobody came for: unless it is kept, the first buyer gets the money back. */
export async function closeOverdue(
  deps: HandoverDeps,
  { orderId, kind, decidedAt }: EventData<'delivery.overdue_decided.v1'>,
): Promise<void> {
  if (kind === 'keep') return;
  await deps.orders.change(orderId, (now) => {
    if (isOver(deps, now)) return undefined;
    if (now.status !== 'ready') throw new TooEarly(`Order ${orderId} is still ${now.status}`);
    const next = giveUp(now, new Date(decidedAt));
    return { order: next, events: [failed(next)] };
  });
}

/** Nothing more comes of it: it was collected, or it ended in another way. */
function isOver({ log }: HandoverDeps, { id, status }: Order): boolean {
  if (status === 'failed' || status === 'cancelled' || status === 'expired')
    log.warn({ orderId: id, status }, 'delivery tells of an order that has ended');
  return !['paid', 'consolidated', 'in_transit', 'ready', 'awaiting_payment'].includes(status);
}
