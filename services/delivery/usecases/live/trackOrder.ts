import { type OrderId } from '#shared/contracts/ids';
import { type Position } from '#shared/contracts/common';
import { type StopStatus } from '#shared/contracts/realtime';
import { type AccountCaller } from '#shared/kit/http/caller';
import { found } from '#shared/kit/domainError';
import { isAhead } from '../../domain/route';
import { type PickupPointDoc, type TrackedOrderDoc } from '../../storage/documents';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { visibleOrder } from '../followed/visibleOrder';
import { liveRoute } from './liveRoute';
import { routeStateAt } from './routeState';
import { routeOfOrder } from './routeOfOrder';

type Approach = {
  readonly status: StopStatus;
  readonly eta?: string;
  /** Stops that the courier visits before. */
  readonly stopsBefore: number;
  /** Only while the pickup point is the next stop. */
  readonly courier?: { readonly position: Position; readonly at: string };
};

export type TrackedOrder = {
  readonly order: TrackedOrderDoc;
  readonly point: PickupPointDoc;
  /** Once there is a route that brings it. */
  readonly approach?: Approach;
};

/** Where an order is, as one picture. */
export async function trackOrder(
  deps: DeliveryDeps,
  orderId: OrderId,
  caller: AccountCaller,
): Promise<TrackedOrder> {
  const order = await visibleOrder(deps, caller, orderId);
  const point = found<PickupPointDoc>(await deps.store.points.find(order.pickupPointId));
  const stored = await routeOfOrder(deps, order);
  return { order, point, ...(stored ? { approach: await approachOf(deps, stored, point) } : {}) };
}

async function approachOf(
  deps: DeliveryDeps,
  stored: StoredRoute,
  { _id: pickupPointId }: PickupPointDoc,
): Promise<Approach> {
  const { stops, courier } = routeStateAt(stored, await liveRoute(deps, stored.route), pickupPointId);
  const own = found(stops[0]);
  const place = stored.route.stops.findIndex((stop) => stop.pickupPointId === pickupPointId);
  return {
    status: own.status,
    ...(own.eta === undefined ? {} : { eta: own.eta }),
    stopsBefore: own.status === 'pending' ? stored.route.stops.slice(0, place).filter(isAhead).length : 0,
    ...(courier ? { courier: { position: courier.position, at: courier.at } } : {}),
  };
}
