import { type Snapshot } from '#shared/contracts/realtime';
import { type TrackedOrderDoc } from '../../storage/documents';
import { routeStateAt } from './routeState';
import { type DeliveryDeps } from '../deps';
import { liveRoute } from './liveRoute';
import { routeOfOrder } from './routeOfOrder';

/** An order as its followers begin with it, with the part of the route that its pickup point may see. */
export async function orderSnapshot(
  deps: DeliveryDeps,
  order: TrackedOrderDoc,
): Promise<Extract<Snapshot, { kind: 'order' }>> {
  const stored = await routeOfOrder(deps, order);
  const { _id: orderId, version, status, changedAt } = order;
  const state = { orderId, version, status, changedAt: changedAt.toISOString() };
  if (!stored) return { kind: 'order', order: state };
  const route = routeStateAt(stored, await liveRoute(deps, stored.route), order.pickupPointId);
  return { kind: 'order', order: state, route };
}
