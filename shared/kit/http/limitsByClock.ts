import { MemoryStore, type Store } from 'express-rate-limit';
import { type Clock, systemClock } from '../clock';

/** The counter behind one rate limit, by a clock that tests move: moved over the limit's window, it counts anew. */
export function limitsByClock(now: Clock): Store {
  const store = new MemoryStore();
  const ahead = () => now().getTime() - systemClock().getTime();
  let from = ahead();
  now.onMove?.(() => {
    if (ahead() - from < store.windowMs) return;
    from = ahead();
    void store.resetAll();
  });
  return store;
}
