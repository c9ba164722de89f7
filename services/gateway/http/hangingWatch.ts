/** A request may take longer than this; but then the service is asked whether it is there at all. */
const silentMs = 1_200;
const livenessMs = 1_000;

/**
 * Tells a service that hangs from one that works long: one that hangs does not even say that it lives. Whoever waits for it is told so
 * within three seconds, and at once while nothing has changed.
 */
export function hangingWatch(target: string) {
  const liveness = new URL('/healthz', target);
  let hangs = false;
  let looking: Promise<boolean> | undefined;

  const lives = () =>
    (looking ??= fetch(liveness, { signal: AbortSignal.timeout(livenessMs) })
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        looking = undefined;
      }));

  return {
    /**
     * Calls `giveUp` when the service is found to hang.
     * @returns what to call when it has answered.
     */
    guard(giveUp: () => void): () => void {
      let answered = false;
      let timer: NodeJS.Timeout | undefined;
      const look = async () => {
        hangs = !(await lives());
        if (answered) return;
        if (hangs) giveUp();
        else timer = setTimeout(() => void look(), silentMs);
      };
      timer = setTimeout(() => void look(), hangs ? 0 : silentMs);
      return () => {
        answered = true;
        clearTimeout(timer);
      };
    },
  };
}
