/** Runs `work`, or takes part in a run of the same key that has not begun. */
export type SharedRuns<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Does once what many ask for at the same time. A run of a key begins when the one before has ended; whoever asks meanwhile shares the next
 * one. So nobody gets what was looked up before they asked, and a run is as old as its slowest read, no older.
 */
export function sharedRuns<T>(): SharedRuns<T> {
  const waiting = new Map<string, Promise<T>>();
  const running = new Map<string, Promise<void>>();

  async function begin(key: string, work: () => Promise<T>): Promise<T> {
    await running.get(key);
    waiting.delete(key);
    const run = work();
    const ended = run.then(
      () => undefined,
      () => undefined,
    );
    running.set(key, ended);
    void ended.then(() => {
      if (running.get(key) === ended) running.delete(key);
    });
    return run;
  }

  return (key, work) => {
    const before = waiting.get(key);
    if (before) return before;
    const run = begin(key, work);
    waiting.set(key, run);
    return run;
  };
}
