import { type PickupPointId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { audiences } from './broadcast';
import { startOfToday } from './startOfToday';

/** Tells the leader and the city what is ready, collected and overdue at a pickup point. */
export function announceBoard(deps: DeliveryDeps, pickupPointId: PickupPointId): void {
  deps.latestInBackground('announce board', pickupPointId, async () => {
    const point = await deps.store.points.find(pickupPointId);
    if (!point) return;
    const version = await deps.store.points.nextBoardVersion(pickupPointId);
    const counts = await deps.store.codes.counts(pickupPointId, await startOfToday(deps, point.cityId));
    deps.broadcast.send(
      [audiences.pickupPoint(pickupPointId), audiences.city(point.cityId)],
      'pickup_changed',
      { pickupPointId, version: version ?? 0, ...counts },
    );
  });
}
