import { type AccountId, type PickupPointId } from '#shared/contracts/ids';
import { type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';
import { pointChanged } from './pointFacts';

export type Leader = NonNullable<PickupPointDoc['leader']>;

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

/** The account may no longer lead (it lost the role, or was deleted): its points wait for another leader. */
export async function leaderLost(deps: DeliveryDeps, accountId: AccountId, decidedAt: Date): Promise<void> {
  for (const point of await deps.store.points.ledBy(accountId))
    await decideLeader(deps, point, undefined, { decidedAt });
}

/** Gives the point this leader (or none) unless that was decided otherwise since; whoever led it hears nothing more. */
export async function decideLeader(
  { store, broadcast, nudge }: DeliveryDeps,
  point: PickupPointDoc,
  leader: Leader | undefined,
  when: { readonly decidedAt: Date; readonly version?: number },
): Promise<PickupPointDoc | undefined> {
  const event = pointChanged(
    { _id: point._id, cityId: point.cityId, open: point.open, leader },
    when.decidedAt,
  );
  const after = await store.points.decideLeader(point._id, leader, { ...when, event });
  if (!after) return undefined;
  nudge('pickupPoints', point._id);
  broadcast.dismiss(audiences.pickupPoint(point._id), leader?.accountId);
  return after;
}
