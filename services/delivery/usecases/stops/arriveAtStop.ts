import { type AccountId, type StopId } from '#shared/contracts/ids';
import { happenedAt, later } from '../../domain/happenedAt';
import { assertStopCan } from '../../domain/lifecycle';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { withStop } from '../routes/changeRoute';
import { type At, namesOf, visit, visitable } from './visit';

/** The courier stands at the pickup point. */
export async function arriveAtStop(
  deps: DeliveryDeps,
  stopId: StopId,
  courier: AccountId,
  { at }: At,
): Promise<StoredRoute> {
  const now = deps.now();
  const happened = happenedAt(at, now);
  return visit(deps, stopId, courier, (route, stop) => {
    if (stop.status === 'arrived' || stop.status === 'handed_over') return {};
    const underWay = visitable(route);
    assertStopCan('arrive', stop);
    const arrivedAt = later(happened, underWay.departedAt);
    const data = { ...namesOf(route, stop), arrivedAt: arrivedAt.toISOString() };
    return {
      next: withStop(underWay, { ...stop, status: 'arrived', arrivedAt }),
      events: [event('delivery.stop_arrived.v1', route.routeId, data, { now })],
    };
  });
}
