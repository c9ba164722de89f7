import { LRUCache } from 'lru-cache';
import { type CycleId } from '#shared/contracts/ids';
import { type ShopWindowReads } from '../../storage/shopWindow';
import { CycleView } from './cycleView';

/** A view is asked for news at most this often, however many read it. */
const refreshMs = 300;
/** A view that is older than this is refreshed before it is shown. */
const staleMs = 900;

type Kept = { readonly view: CycleView; refreshedAt: number; refreshing: Promise<void> | undefined };

/**
 * Views of the cycles that people look at. While a view is read all the time it is refreshed beside the reading, so that no
 * reader waits; what any process changed shows within a second.
 */
export function cycleViews(reads: ShopWindowReads, now: () => Date) {
  const kept = new LRUCache<CycleId, Kept>({ max: 100 });

  function refresh(one: Kept): Promise<void> {
    one.refreshing ??= one.view
      .refresh()
      .then(() => {
        one.refreshedAt = performance.now();
      })
      .finally(() => {
        one.refreshing = undefined;
      });
    return one.refreshing;
  }

  return async function viewOf(cycleId: CycleId): Promise<CycleView> {
    let one = kept.get(cycleId);
    if (!one) {
      one = { view: new CycleView(cycleId, reads, now), refreshedAt: -Infinity, refreshing: undefined };
      kept.set(cycleId, one);
    }
    const age = performance.now() - one.refreshedAt;
    if (age > staleMs) await refresh(one);
    // A reader does not fail because the database hiccups: the view is a little old, then the next one waits for it.
    else if (age > refreshMs) void refresh(one).catch(() => undefined);
    return one.view;
  };
}

export type CycleViews = ReturnType<typeof cycleViews>;
