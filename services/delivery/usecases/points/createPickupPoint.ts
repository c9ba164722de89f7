import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { assertNearCity } from './assertNearCity';
import { pointChanged, type PointFacts, storedFacts } from './pointFacts';

/**
 * Opens a pickup point under an id that is the same when the request is repeated.
 * @throws {Refused} POSITION_FAR, NOT_FOUND
 */
export async function createPickupPoint(
  deps: DeliveryDeps,
  id: PickupPointId,
  {
    cityId,
    confirmFar,
    ...facts
  }: PointFacts & { readonly cityId: CityId; readonly confirmFar?: boolean | undefined },
): Promise<PickupPointDoc> {
  const { store, now, nudge } = deps;
  await assertNearCity(deps, { cityId, position: facts.position, confirmFar });
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
