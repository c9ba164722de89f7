/** npm passes Ctrl-C on to a process that the terminal has told already: that is one wish, not two. */
const sameWishMs = 1_000;

/** Resolves with the first SIGTERM or SIGINT; a further one, given by somebody who will not wait, exits with 1 at once. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = (signal: NodeJS.Signals) => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameWishMs) process.exit(1);
      resolve(signal);
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}
