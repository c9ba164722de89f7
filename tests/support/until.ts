import { setTimeout as delay } from 'node:timers/promises';

/** Waits until `holds`, looking every few ms; fails after 20 s. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain for: ${holds.toString()}`);
    await delay(5);
  }
}
