import { type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';
import { pointChanged } from './pointFacts';

export type Leader = NonNullable<PickupPointDoc['leader']>;

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
