import { type FacilityId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type FacilityDoc } from '../../storage/documents';
import { metresBetween } from '../../domain/geo';
import { type DeliveryDeps } from '../deps';
import { assertNearCity } from '../points/assertNearCity';

type Given = { readonly [K in keyof Omit<FacilityDoc, '_id' | 'version'>]?: FacilityDoc[K] | undefined };

/**
 * Changes what is given, if nobody changed the warehouse since `version`.
 * @throws {Refused} POSITION_FAR, CHANGED_MEANWHILE
 */
export async function changeFacility(
  deps: DeliveryDeps,
  id: FacilityId,
  {
    version,
    confirmFar,
    ...given
  }: Given & { readonly version: number; readonly confirmFar?: boolean | undefined },
): Promise<FacilityDoc> {
  const { store } = deps;
  const { cityId, position: before } = found(await store.fleet.findFacility(id)) as FacilityDoc;
  const { position } = given;
  if (position && metresBetween(position, before) > 0)
    await assertNearCity(deps, { cityId, position, confirmFar });
  const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const after = await store.fleet.changeFacility(id, version, change);
  if (!after) throw new Refused('CHANGED_MEANWHILE');
  return after;
}
