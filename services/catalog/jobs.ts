import { type CycleId } from '#shared/contracts/ids';
import { type Job } from '#shared/kit/service/assembly';
import { followPendingWindows } from './usecases/cycles/followPendingWindows';
import { type CatalogDeps } from './usecases/deps';
import { refreshStaleOffers } from './usecases/offers/refreshStaleOffers';

const stockMs = 1_000;
const repairMs = 5_000;
const tidyMs = 10 * 60_000;
/** So much rarer while there is nothing to do. */
const idleFactor = 5;
const dayMs = 24 * 3600 * 1000;

/** What the service does by itself. Everything due is found by query; several processes may do it at once. */
export function jobsOf(deps: CatalogDeps): Record<string, Job> {
  const { stock, cycles, points, log } = deps;
  const paused = (everyMs: number) => ({ everyMs, idleMs: idleFactor * everyMs });

  /** Cycles in which stock may still move: open ones, and those that closed at most two days ago. */
  async function moving(at: Date): Promise<CycleId[]> {
    const found = await cycles.byCutoff(
      new Date(at.getTime() - 2 * dayMs),
      new Date(at.getTime() + 30 * dayMs),
    );
    return found.filter(({ opensAt }) => opensAt <= at).map(({ _id }) => _id);
  }

  return {
    stock: { ...paused(stockMs), run: (at) => stock.sweep(at) },
    repair: {
      ...paused(repairMs),
      async run(at) {
        const cycleIds = await moving(at);
        const freed = await stock.freeOrphans(cycleIds, at);
        if (freed > 0) log.warn({ freed }, 'gave back stock that processes held when they died');
        await stock.putAllAside(cycleIds);
        await followPendingWindows(deps);
        await refreshStaleOffers(deps);
        return freed > 0;
      },
    },
    // Again and again until delivery has told all of it; then ever more seldom, at last every ten minutes.
    know_points: { everyMs: stockMs, idleMs: tidyMs, run: () => points.learnAll() },
    tidy: {
      ...paused(tidyMs),
      async run(at) {
        await stock.forgetReturnMarks(await moving(at), at);
        await stock.forgetPages(at);
        await cycles.forgetWindows(new Date(at.getTime() - 2 * dayMs));
      },
    },
  };
}
