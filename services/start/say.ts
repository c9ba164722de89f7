/** Tells the person who started the product how far it is: one line each on standard output. */
export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Says `what` when it begins and how long it took when it is done. */
export async function telling<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  say(`· ${what} …`);
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  if (seconds >= 1) say(`  done in ${seconds.toFixed(1)} s`);
  return result;
}
