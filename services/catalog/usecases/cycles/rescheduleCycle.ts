import { type BodyOf } from '#shared/contracts/endpoint';
import { type cyclesApi } from '#shared/contracts/catalog/cycles';
import { type CycleId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { assertWindow } from '../../domain/cycleWindow';
import { type Cycle } from '../../domain/range';
import { type CatalogDeps } from '../deps';
import { followWindow } from './followWindow';

/**
 * Moves a cycle, as `scheduleCycle` makes one: first its window in the city, then the cycle follows.
 * @throws {Refused} CYCLE_NOT_EDITABLE once it has opened, CHANGED_MEANWHILE, ALREADY_EXISTS when it would overlap.
 */
export async function rescheduleCycle(
  deps: Pick<CatalogDeps, 'cities' | 'cycles' | 'now' | 'nudge'>,
  cycleId: CycleId,
  { version, ...changes }: BodyOf<typeof cyclesApi.rescheduleCycle>,
): Promise<Cycle> {
  const { cities, cycles, now } = deps;
  const cycle = await cycles.one(cycleId);
  if (cycle.version !== version) throw new Refused('CHANGED_MEANWHILE');
  if (cycle.opensAt <= now()) throw new Refused('CYCLE_NOT_EDITABLE');
  const city = await cities.one(cycle.cityId);
  const next = assertWindow(
    {
      cycleId,
      opensAt: changes.opensAt ? new Date(changes.opensAt) : cycle.opensAt,
      cutoffAt: changes.cutoffAt ? new Date(changes.cutoffAt) : cycle.cutoffAt,
      pickupDate: changes.pickupDate ?? cycle.pickupDate,
      version: version + 1,
      pending: true,
    },
    city,
    now(),
  );
  if (!(await cycles.moveWindow(cycle.cityId, next)))
    throw new Refused('ALREADY_EXISTS', 'Another cycle overlaps, or this one was moved meanwhile.');
  return followWindow(deps, city, next);
}
