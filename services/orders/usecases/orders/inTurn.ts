/** Lets work under one key wait for the work under it that came before. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** One piece of work per key at a time, in this process, in the order of asking. */
export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key);
    const mine = before ? before.then(work, work) : work();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
