import { type PickupPointId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { metresBetween } from '../../domain/geo';
import { positionOf } from '../../storage/pickupPoints';
import { type DeliveryDeps } from '../deps';
import { assertNearCity } from './assertNearCity';
import { pointChanged, type PointFacts, storedFacts } from './pointFacts';

type GivenChange = { readonly [K in keyof PointFacts]?: PointFacts[K] | undefined } & {
  readonly version: number;
  readonly open?: boolean | undefined;
  readonly confirmFar?: boolean | undefined;
};

/**
 * Changes what is given. Closing takes no more orders; what was ordered is still delivered.
 * @throws {Refused} POSITION_FAR, CHANGED_MEANWHILE
 */
export async function changePickupPoint(
  deps: DeliveryDeps,
  id: PickupPointId,
  { version, open, confirmFar, ...given }: GivenChange,
): Promise<PickupPointDoc> {
  const { store, now, nudge } = deps;
  const before = found(await store.points.find(id));
  const { position } = given;
  if (position && metresBetween(position, positionOf(before)) > 0)
    await assertNearCity(deps, { cityId: before.cityId, position, confirmFar });
  const facts: PointFacts = { ...before, position: positionOf(before), ...withoutUndefined(given) };
  const { name, address, location, openingHours, coldStorage, capacityPerDay, sortName, foundBy } =
    storedFacts(facts);
  const change = {
    ...{ name, address, location, openingHours, coldStorage, capacityPerDay, sortName, foundBy },
    open: open ?? before.open,
  };
  const after = await store.points.change(
    id,
    version,
    change,
    pointChanged({ ...before, open: change.open }, now()),
  );
  if (!after) throw new Refused('CHANGED_MEANWHILE');
  nudge('pickupPoints', id);
  return after;
}

const withoutUndefined = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
