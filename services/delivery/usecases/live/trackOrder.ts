import { type OrderTracking } from '#shared/contracts/delivery/tracking';
import { type OrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { found } from '#shared/kit/domainError';
import { isAhead } from '../../domain/route';
import { type PickupPointDoc } from '../../storage/documents';
import { type StoredRoute } from '../../storage/routes';
import { routeStateAt } from '../../views/liveRoute';
import { pickupPointView } from '../../views/pickupPoints';
import { type Delivery } from '../delivery';
import { liveRoute } from './etas';
import { visibleOrder } from './followTopic';
import { routeOfOrder } from './snapshots';

/** Where an order is, as one picture. */
export async function trackingOf(
  delivery: Delivery,
  orderId: OrderId,
  caller: AccountCaller,
): Promise<OrderTracking> {
  const order = await visibleOrder(delivery, caller, orderId);
  const point = found(await delivery.store.points.find(order.pickupPointId)) as PickupPointDoc;
  const stored = await routeOfOrder(delivery, order);
  return {
    orderId,
    version: order.version,
    status: order.status,
    changedAt: order.changedAt.toISOString(),
    timeline: [...order.timeline]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ status, at }) => ({ status, at: at.toISOString() })),
    pickupPoint: pickupPointView(point),
    ...(point.leader?.phone === undefined ? {} : { leaderPhone: point.leader.phone }),
    ...(stored ? { delivery: await deliveryOf(delivery, stored, point) } : {}),
  };
}

async function deliveryOf(
  delivery: Delivery,
  stored: StoredRoute,
  { _id: pickupPointId }: PickupPointDoc,
): Promise<NonNullable<OrderTracking['delivery']>> {
  const { stops, courier } = routeStateAt(stored, await liveRoute(delivery, stored.route), pickupPointId);
  const own = found(stops[0]);
  const place = stored.route.stops.findIndex((stop) => stop.pickupPointId === pickupPointId);
  return {
    status: own.status,
    ...(own.eta === undefined ? {} : { eta: own.eta }),
    stopsBefore: own.status === 'pending' ? stored.route.stops.slice(0, place).filter(isAhead).length : 0,
    ...(courier ? { courier: { position: courier.position, at: courier.at } } : {}),
  };
}
