/** Waits for `promise`, at most `ms`: true when it came to its end (well or badly), false when time ran out. */
export async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const ended = promise.then(
    () => true,
    () => true,
  );
  return Promise.race([ended, timeUp]).finally(() => {
    clearTimeout(timer);
  });
}
