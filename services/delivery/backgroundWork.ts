import { type Log } from '#shared/kit/log/log';

/** Work that nobody waits for. It is logged when it fails, and the end of the service waits for what is running. */
export function backgroundWork(log: Log) {
  const running = new Set<Promise<void>>();
  return {
    run: (name: string, work: () => Promise<unknown>): void => {
      const done = work().then(
        () => undefined,
        (error: unknown) => {
          log.error({ err: error, work: name }, 'background work failed');
        },
      );
      running.add(done);
      void done.finally(() => running.delete(done));
    },
    async close(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
