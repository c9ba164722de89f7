import { createServer, type RequestListener } from 'node:http';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { type Log } from '#shared/kit/log/log';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { type MovableClock } from '../movableClock';
import { telling } from '../say';
import { liveEvening } from './evening';
import { liveMorning } from './morning';
import { demoVisitors } from './visitors';

const loopback = '127.0.0.1';
const minuteMs = 60_000;
/** The evening begins so long before cutoff. */
const eveningMinutes = 60;

type FirstDay = {
  readonly gateway: RequestListener;
  readonly clock: MovableClock;
  /** Begins what every service does by itself. */
  readonly begin: () => Promise<void>;
  readonly log: Log;
};

/**
 * A first start of the demo lives through last evening and this morning, so that leader, courier and operator find their work. The
 * public address answers only afterwards: until then the clock of all services is wrong.
 */
export async function liveFirstDay({ gateway, clock, begin, log }: FirstDay): Promise<void> {
  const door = await listen(createServer(gateway), 0, loopback);
  const baseUrl = `http://${loopback}:${portOf(door)}/api`;
  const cycle = await lastCycle(baseUrl, clock.now());
  if (cycle) clock.moveTo(new Date(Date.parse(cycle.cutoffAt) - eveningMinutes * minuteMs));
  await begin();
  try {
    if (!cycle) return;
    await telling('Demo data: last evening’s orders', () => liveEvening({ baseUrl, clock, log }));
    clock.letGo();
    await telling('Demo data: this morning’s routes and first pickups', () =>
      liveMorning({ visitors: demoVisitors(baseUrl), now: clock.now(), log }),
    );
  } catch (error) {
    // A shop without a yesterday is better than none.
    log.error({ err: error }, 'the day of the demo was not lived to its end');
  } finally {
    clock.letGo();
    await closeGracefully(door, { timeoutMs: 1_000 });
  }
}

/** The cycle that is collected today. */
async function lastCycle(baseUrl: string, now: Date): Promise<Cycle | undefined> {
  const { catalog } = await demoVisitors(baseUrl).operator();
  const [city] = (await catalog.listCities({ query: { limit: '1' } })).items;
  if (!city) return undefined;
  const today = format(new TZDate(now, city.timeZone), 'yyyy-MM-dd');
  const { items } = await catalog.listCycles({ query: { cityId: city.cityId } });
  return items.find(({ pickupDate }) => pickupDate === today);
}
