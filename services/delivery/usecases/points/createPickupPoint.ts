import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { pointChanged, type PointFacts, storedFacts } from './pointFacts';

/** Opens a pickup point under an id that is the same when the request is repeated. */
export async function createPickupPoint(
  { store, now, nudge }: DeliveryDeps,
  id: PickupPointId,
  { cityId, ...facts }: PointFacts & { readonly cityId: CityId },
): Promise<PickupPointDoc> {
  const at = now();
  const point = {
    _id: id,
    cityId,
    ...storedFacts(facts),
    open: true,
    leaderDecidedAt: new Date(0),
    boardVersion: 0,
    version: 1,
  };
  await store.points.insert(point, pointChanged(point, at));
  nudge('pickupPoints', id);
  return found(await store.points.find(id));
}
