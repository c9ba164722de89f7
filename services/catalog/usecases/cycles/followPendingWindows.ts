import { type CatalogDeps } from '../deps';
import { followWindow } from './followWindow';

/** Finishes what a process that died had written into a city and not yet into the cycle. */
export async function followPendingWindows(
  deps: Pick<CatalogDeps, 'cycles' | 'now' | 'nudge'>,
): Promise<void> {
  for (const city of await deps.cycles.withPendingWindows())
    for (const window of city.windows) if (window.pending) await followWindow(deps, city, window);
}
