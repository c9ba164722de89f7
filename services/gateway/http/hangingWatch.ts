/** A request may take longer than this; but then the service is asked whether it is there at all. */
const silentMs = 1_200;
const livenessMs = 1_000;
/** Requests are given up one after the other over so long: what still comes of the service meanwhile saves the others. */
const givingUpMs = 500;

/** One request that was sent on to a service. */
export type Watched = {
  /** Something came of the service. */
  readonly heard: () => void;
  /** The request has got its reply, or ended without. */
  readonly answered: () => void;
};

/**
 * Tells a service that hangs from one that works long: nothing comes of one that hangs, neither replies nor word that it lives. A
 * service that has more to do than its processor can may be too busy to say so, but it still replies to somebody. Whoever waits for one that
 * hangs is told so within three seconds, and at once while nothing has changed.
 */
export function hangingWatch(target: string) {
  const liveness = new URL('/healthz', target);
  let hangs = false;
  let heardAt = -Infinity;
  let looking: Promise<boolean> | undefined;

  const heard = () => {
    heardAt = performance.now();
    hangs = false;
  };

  /** Asks the service, once for all who want to know; replies that come meanwhile say it as well. */
  const lives = () =>
    (looking ??= look().finally(() => {
      looking = undefined;
    }));

  async function look(): Promise<boolean> {
    const begun = performance.now();
    if (begun - heardAt < silentMs) return true;
    const signal = AbortSignal.timeout(livenessMs);
    await fetch(liveness, { signal })
      .then((reply) => {
        heard();
        return reply.arrayBuffer();
      })
      .catch(() => undefined);
    hangs = heardAt < begun;
    return !hangs;
  }

  return {
    /**
     * Whether a request is to be sent on. While the service hangs, it is asked first: what is sent to it would only have to be worked
     * off for nobody before it lives again.
     */
    letsIn: (): Promise<boolean> => (hangs ? lives() : Promise.resolve(true)),

    /** Calls `giveUp` when the service is found to hang before the request was answered. */
    guard(giveUp: () => void): Watched {
      let isOver = false;
      let timer: NodeJS.Timeout | undefined;
      const lookIn = (ms: number) => {
        timer = setTimeout(() => void lookAgain(), ms);
      };
      const lookWhenSilent = () => {
        lookIn(heardAt + silentMs - performance.now());
      };
      const lookAgain = async () => {
        const isAlive = await lives();
        if (isOver) return;
        if (isAlive) lookWhenSilent();
        else timer = setTimeout(giveUpOrWait, Math.random() * givingUpMs);
      };
      const giveUpOrWait = () => {
        if (hangs) giveUp();
        else lookWhenSilent();
      };
      lookIn(silentMs);
      return {
        heard,
        answered() {
          isOver = true;
          clearTimeout(timer);
        },
      };
    },
  };
}
