import { type PickupPointId } from '#shared/contracts/ids';
import { type Snapshot } from '#shared/contracts/realtime';
import { type DeliveryDeps } from '../deps';

const maxGroupBuys = 60;

/** What neighbours bought lately, oldest first as it was told, without names. */
export async function neighbourhoodSnapshot(
  { store }: DeliveryDeps,
  pickupPointId: PickupPointId,
): Promise<Extract<Snapshot, { kind: 'neighbourhood' }>> {
  const [recent, groupBuys] = await Promise.all([
    store.followed.recentNeighbours(pickupPointId),
    store.groupBuys.latestAt(pickupPointId, maxGroupBuys),
  ]);
  return {
    kind: 'neighbourhood',
    recent: [...recent].reverse().map((one) => ({ pickupPointId, ...one, at: one.at.toISOString() })),
    groupBuys: groupBuys.map(({ initials, ...state }) => ({ ...state, initials: [...initials] })),
  };
}
