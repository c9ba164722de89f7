import { type FacilityId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type FacilityDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

/** Adds a warehouse under an id that is the same when the request is repeated. */
export async function createFacility(
  { store }: DeliveryDeps,
  id: FacilityId,
  facts: Omit<FacilityDoc, '_id' | 'version'>,
): Promise<FacilityDoc> {
  await store.fleet.insertFacility({ _id: id, ...facts, version: 1 });
  return found(await store.fleet.findFacility(id));
}
