import { outsideActions } from '#shared/kit/audit/action';
import { type Log } from '#shared/kit/log/log';

/** Work that nobody waits for. It is logged when it fails, and the end of the service waits for what is running. */
export function backgroundWork(log: Log) {
  const running = new Set<Promise<void>>();
  /** What is done one after another, by its key, with what is asked again meanwhile: only the latest counts. */
  const single = new Map<string, { again?: () => Promise<unknown> }>();

  function run(name: string, work: () => Promise<unknown>): void {
    const done = outsideActions(work).then(
      () => undefined,
      (error: unknown) => {
        log.error({ err: error, work: name }, 'background work failed');
      },
    );
    running.add(done);
    void done.finally(() => running.delete(done));
  }

  async function inTurn(key: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } finally {
      const again = single.get(key)?.again;
      if (again) {
        single.set(key, {});
        await inTurn(key, again);
      } else single.delete(key);
    }
  }

  return {
    run,
    /** The same for work that tells how things stand: asked for many times while it runs, it is done once more after that. */
    runLatest: (name: string, key: string, work: () => Promise<unknown>): void => {
      const before = single.get(`${name} ${key}`);
      if (before) before.again = work;
      else {
        single.set(`${name} ${key}`, {});
        run(name, () => inTurn(`${name} ${key}`, work));
      }
    },
    async close(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
