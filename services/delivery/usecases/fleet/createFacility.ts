import { type FacilityId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type FacilityDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { assertNearCity } from '../points/assertNearCity';

/**
 * Adds a warehouse under an id that is the same when the request is repeated.
 * @throws {Refused} POSITION_FAR, NOT_FOUND
 */
export async function createFacility(
  deps: DeliveryDeps,
  id: FacilityId,
  {
    confirmFar,
    ...facts
  }: Omit<FacilityDoc, '_id' | 'version'> & { readonly confirmFar?: boolean | undefined },
): Promise<FacilityDoc> {
  const { store } = deps;
  await assertNearCity(deps, { ...facts, confirmFar });
  await store.fleet.insertFacility({ _id: id, ...facts, version: 1 });
  return found(await store.fleet.findFacility(id));
}
