import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { positionOf } from '../../views/pickupPoints';
import { type Delivery } from '../delivery';
import { pointChanged, type PointFacts, storedFacts } from './pointFacts';

type GivenChange = { readonly [K in keyof PointFacts]?: PointFacts[K] | undefined } & {
  readonly open?: boolean | undefined;
};

/** Opens a pickup point under an id that is the same when the request is repeated. */
export async function createPoint(
  { store, now, nudge }: Delivery,
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

/** Changes what is given. Closing takes no more orders; what was ordered is still delivered. */
export async function changePoint(
  { store, now, nudge }: Delivery,
  id: PickupPointId,
  version: number,
  { open, ...given }: GivenChange,
): Promise<PickupPointDoc> {
  const before = found(await store.points.find(id));
  const facts: PointFacts = { ...before, position: positionOf(before), ...withoutUndefined(given) };
  const { name, address, location, openingHours, coldStorage, capacityPerDay, sortName, searchText } =
    storedFacts(facts);
  const change = {
    ...{ name, address, location, openingHours, coldStorage, capacityPerDay, sortName, searchText },
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
