import { type City, type Cycle, type Window } from '../../domain/range';
import { type CatalogDeps } from '../deps';
import { event } from '../event';

/** Makes the cycle what its city's window says. May be repeated: what follows already, and was told, is left alone. */
export async function followWindow(
  { cycles, now, nudge }: Pick<CatalogDeps, 'cycles' | 'now' | 'nudge'>,
  city: City,
  window: Window,
): Promise<Cycle> {
  const { cycleId, opensAt, cutoffAt, pickupDate, version } = window;
  const scheduled = {
    cycleId,
    cityId: city._id,
    opensAt: opensAt.toISOString(),
    cutoffAt: cutoffAt.toISOString(),
    pickupDate,
  };
  const id = `catalog.cycle_scheduled.v1:${cycleId}:${version}`;
  const told = event('catalog.cycle_scheduled.v1', cycleId, scheduled, { now: now(), id });
  await cycles.follow(city, window, told);
  nudge('cycles', { _id: cycleId });
  return cycles.one(cycleId);
}
