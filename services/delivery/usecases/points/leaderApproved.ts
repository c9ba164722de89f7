import { type PickupPointId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { decideLeader, type Leader } from './decideLeader';

/** Identity approved an application: late and repeated news change nothing. */
export async function leaderApproved(
  deps: DeliveryDeps,
  { pickupPointId, ...leader }: Leader & { readonly pickupPointId: PickupPointId },
  decidedAt: Date,
): Promise<void> {
  const point = await deps.store.points.find(pickupPointId);
  if (!point) {
    deps.log.warn({ pickupPointId }, 'a leader was approved for a pickup point that is not known');
    return;
  }
  await decideLeader(deps, point, leader, { decidedAt });
}
