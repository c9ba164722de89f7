import { type FailureReason } from '#shared/contracts/delivery/stopViews';
import { type AccountId, type PhotoId, type StopId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { happenedAt, later } from '../../domain/happenedAt';
import { assertStopCan } from '../../domain/lifecycle';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { withStop } from '../routes/changeRoute';
import { ownRouteOf } from '../routes/ownRouteOf';
import { type At, namesOf, visit, visitable } from './visit';

/** The delivery could not happen. The photo is tied to the stop first: without the rest that harms nobody. */
export async function failStop(
  deps: DeliveryDeps,
  stopId: StopId,
  courier: AccountId,
  { reason, note, photoId, at }: At & { reason: FailureReason; note?: string | undefined; photoId: PhotoId },
): Promise<StoredRoute> {
  const now = deps.now();
  const happened = happenedAt(at, now);
  const { stops } = await ownRouteOf(deps, stopId, courier);
  const { pickupPointId } = found(stops.find((stop) => stop.stopId === stopId));
  const shows = { stopId, courierAccountId: courier, pickupPointId };
  if (!(await deps.store.photos.attach(photoId, courier, shows))) throw new Refused('PHOTO_REQUIRED');
  return visit(deps, stopId, courier, (route, stop) => {
    if (stop.status === 'failed' && stop.failure.photoId === photoId) return {};
    const underWay = visitable(route);
    assertStopCan('fail', stop);
    const failedAt = later(happened, stop.status === 'arrived' ? stop.arrivedAt : underWay.departedAt);
    const failure = { reason, photoId, at: failedAt, ...(note === undefined ? {} : { note }) };
    const data = { ...namesOf(route, stop), reason, failedAt: failedAt.toISOString() };
    return {
      next: withStop(underWay, { ...stop, status: 'failed', failure }),
      events: [event('delivery.stop_failed.v1', route.routeId, data, { now })],
    };
  });
}
