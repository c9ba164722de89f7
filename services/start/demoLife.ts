import { setTimeout as pause } from 'node:timers/promises';
import { type Clock } from '#shared/kit/clock';
import { DomainError } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { every } from '#shared/kit/schedule/every';
import { demoPeople } from '../identity/demo/people';
import { liveMorning } from './demoDay/morning';
import { agreed, buy, demoPoint } from './demoDay/shopping';
import { demoVisitors } from './demoDay/visitors';

const ordersPerCycle = 120;
/** So many of them at the pickup point of the demo's leader. */
const ordersAtFirstPoint = 24;
const pickupPoints = 60;
const pauseMs = 60;
const lookEveryMs = 10 * 60_000;

/**
 * Lets the neighbours of the demo order and pay through the public API, a few each second, once per cycle, and their goods of the
 * day before be on the way: a shop in which nobody ever bought anything shows nothing of what it can do. The names of the
 * requests follow from the cycle, so an interrupted round goes on where it was.
 */
export function demoLife(ownUrl: string, now: Clock, log: Log): { close(): Promise<void> } {
  const stop = new AbortController();
  const neighbours = demoPeople().slice(100, 100 + ordersPerCycle);

  async function round(at: Date): Promise<void> {
    // Each round signs in anew: access tokens live for minutes only.
    const visitors = demoVisitors(`${ownUrl}/api`);
    await liveMorning({ visitors, now: at, log });
    const { items: offers, cycle } = await visitors.anybody.catalog.listOffers({
      query: { pickupPointId: pointOf(0), limit: '100' },
    });
    const last = neighbours.at(-1);
    if (cycle === undefined || offers.length === 0 || last === undefined) return;
    const { cycleId } = cycle;
    const done = await (await visitors.withPhone(last.phone)).orders.listOwnOrders({});
    if (done.items.some((order) => order.cycleId === cycleId)) return;
    for (const [n, neighbour] of neighbours.entries()) {
      if (stop.signal.aborted) return;
      const visitor = await visitors.withPhone(neighbour.phone);
      const wish = { cycleId, pickupPointId: pointOf(n), n, key: `${cycleId}-${n}` };
      await buy(visitor, neighbour, wish, agreed(offers)).catch((error: unknown) => {
        // Sold out or closed meanwhile: the next neighbour has other wishes.
        if (!(error instanceof DomainError)) throw error;
        log.info({ err: error }, 'a neighbour of the demo could not order');
      });
      await pause(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  const rounds = every({ name: 'demo_life', intervalMs: lookEveryMs, run: round, now, log });
  void rounds.runNow().catch(() => undefined);
  return {
    close() {
      stop.abort();
      return rounds.close();
    },
  };
}

const pointOf = (n: number) => demoPoint(n < ordersAtFirstPoint ? 1 : 1 + (n % pickupPoints));
