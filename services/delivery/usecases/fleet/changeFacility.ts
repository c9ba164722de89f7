import { type FacilityId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type FacilityDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

type Given = { readonly [K in keyof Omit<FacilityDoc, '_id' | 'version'>]?: FacilityDoc[K] | undefined };

/** Changes what is given, if nobody changed the warehouse since `version`. */
export async function changeFacility(
  { store }: DeliveryDeps,
  id: FacilityId,
  { version, ...given }: Given & { readonly version: number },
): Promise<FacilityDoc> {
  found(await store.fleet.findFacility(id));
  const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const after = await store.fleet.changeFacility(id, version, change);
  if (!after) throw new Refused('CHANGED_MEANWHILE');
  return after;
}
