import { type BodyOf } from '#shared/contracts/endpoint';
import { type cyclesApi } from '#shared/contracts/catalog/cycles';
import { type CycleId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { assertWindow } from '../../domain/cycleWindow';
import { type Cycle } from '../../domain/range';
import { type CatalogDeps } from '../deps';
import { followWindow } from './followWindow';

/**
 * A new cycle: its window is written into the city, in one write that keeps windows from overlapping; then the cycle follows.
 *
 * After a crash in between the sweeper lets the cycle follow (`followPendingWindows`).
 *
 * @throws {Refused} CYCLE_NOT_EDITABLE when it would end in the past, ALREADY_EXISTS when it overlaps another.
 */
export async function scheduleCycle(
  deps: Pick<CatalogDeps, 'cities' | 'cycles' | 'now' | 'nudge'>,
  cycleId: CycleId,
  { cityId, opensAt, cutoffAt, pickupDate }: BodyOf<typeof cyclesApi.scheduleCycle>,
): Promise<Cycle> {
  const { cities, cycles, now } = deps;
  const city = await cities.one(cityId);
  const wanted = { opensAt: new Date(opensAt), cutoffAt: new Date(cutoffAt), pickupDate };
  const window = assertWindow({ ...wanted, cycleId, version: 1, pending: true }, city, now());
  if (!(await cycles.addWindow(cityId, window)))
    throw new Refused('ALREADY_EXISTS', 'Another cycle overlaps.');
  return followWindow(deps, city, window);
}
