import { type PickupPointId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { positionOf } from '../../storage/pickupPoints';
import { type DeliveryDeps } from '../deps';
import { pointChanged, type PointFacts, storedFacts } from './pointFacts';

type GivenChange = { readonly [K in keyof PointFacts]?: PointFacts[K] | undefined } & {
  readonly version: number;
  readonly open?: boolean | undefined;
};

/** Changes what is given. Closing takes no more orders; what was ordered is still delivered. */
export async function changePickupPoint(
  { store, now, nudge }: DeliveryDeps,
  id: PickupPointId,
  { version, open, ...given }: GivenChange,
): Promise<PickupPointDoc> {
  const before = found(await store.points.find(id));
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
