import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Followers, type Following } from '../followers';

/** Lets a server see that everybody is gone before they come back. */
const goneMs = 1_000;
const rounds = 3;
/** As many phones try at the same time. */
const atOnce = 250;

export type Reconnected = {
  readonly clientsPerSecond: number;
  /** Processor time of the server for each client, in milliseconds. */
  readonly processorMs: number;
};

/**
 * All clients lose their connections at once, come back and follow what they followed before: how many are back in a second, and
 * what that costs the server. The best of some rounds, since others use the machine, too.
 * @param spent processor seconds of the server (and its engine) until now
 */
export async function reconnect(
  origin: string,
  clients: readonly Following[],
  spent: () => Promise<number>,
): Promise<Reconnected> {
  const followers = new Followers('order_changed');
  let best: Reconnected | undefined;
  try {
    await followers.connect(origin, clients, atOnce);
    for (let round = 0; round < rounds; round += 1) {
      followers.close();
      await sleep(goneMs);
      const [before, start] = [await spent(), performance.now()];
      await followers.connect(origin, clients, atOnce);
      const seconds = (performance.now() - start) / 1000;
      const processorMs = ((await spent()) - before) * (1000 / clients.length);
      if (!best || processorMs < best.processorMs)
        best = { clientsPerSecond: Math.round(clients.length / seconds), processorMs };
    }
  } finally {
    followers.close();
  }
  if (!best) throw new Error('Nobody came back');
  return best;
}
