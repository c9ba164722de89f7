import { createServer, type RequestListener } from 'node:http';
import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { type Log } from '#shared/kit/log/log';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { type MovableClock } from '../movableClock';
import { telling } from '../say';
import { someClaim } from './claims';
import { liveEarlierDay } from './earlierDay';
import { liveEvening } from './evening';
import { liveMorning } from './morning';
import { demoPoint } from './shopping';
import { liveSuppliersNight } from './suppliersNight';
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
  /** Lets the payment provider book what no order of ours knows, so that the day's close has something to be decided. */
  readonly bookUnknown: () => Promise<void>;
  readonly log: Log;
};

/**
 * A first start of the demo lives through last evening and this morning, so that leader, courier and operator find their work. The
 * public address answers only afterwards: until then the clock of all services is wrong.
 */
export async function liveFirstDay({ gateway, clock, begin, bookUnknown, log }: FirstDay): Promise<void> {
  const door = await listen(createServer(gateway), 0, loopback);
  const baseUrl = `http://${loopback}:${portOf(door)}/api`;
  const { earlier, last } = await livedCycles(baseUrl, clock.now());
  const begins = earlier ?? last;
  if (begins) comesTo(clock, begins);
  await begin();
  try {
    if (earlier)
      await telling('Demo data: an earlier day, and how its leaders were paid', () =>
        liveEarlierDay({ baseUrl, clock, log, cycle: earlier }).catch((error: unknown) => {
          log.error({ err: error }, 'the earlier day of the demo was not lived to its end');
        }),
      );
    if (!last) return;
    comesTo(clock, last);
    await telling('Demo data: last evening’s orders', () => liveEvening({ baseUrl, clock, log }));
    await bookUnknown();
    await telling('Demo data: the suppliers’ night', () =>
      liveSuppliersNight({ baseUrl, clock, cycleId: last.cycleId }).catch((error: unknown) => {
        log.error({ err: error }, 'the suppliers’ night of the demo was not lived to its end');
      }),
    );
    clock.letGo();
    await telling('Demo data: this morning’s routes and first pickups', () =>
      liveMorning({ visitors: demoVisitors(baseUrl), now: clock.now(), log }),
    );
    await telling('Demo data: what was wrong with some of it', () =>
      someClaim(demoVisitors(baseUrl), demoPoint(1)).catch((error: unknown) => {
        log.error({ err: error }, 'the claims of the demo were not made');
      }),
    );
  } catch (error) {
    // A shop without a yesterday is better than none.
    log.error({ err: error }, 'the day of the demo was not lived to its end');
  } finally {
    clock.letGo();
    await closeGracefully(door, { timeoutMs: 1_000 });
  }
}

/** An hour before a cycle closes. */
const comesTo = (clock: MovableClock, { cutoffAt }: Cycle): void => {
  clock.moveTo(new Date(Date.parse(cutoffAt) - eveningMinutes * minuteMs));
};

/** The cycle that is collected today, and one that was days ago. */
async function livedCycles(baseUrl: string, now: Date): Promise<{ earlier?: Cycle; last?: Cycle }> {
  const { catalog } = await demoVisitors(baseUrl).operator();
  const [city] = (await catalog.listCities({ query: { limit: '1' } })).items;
  if (!city) return {};
  const today = format(new TZDate(now, city.timeZone), 'yyyy-MM-dd');
  const yesterday = format(addDays(new TZDate(now, city.timeZone), -1), 'yyyy-MM-dd');
  const { items } = await catalog.listCycles({ query: { cityId: city.cityId } });
  const last = items.find(({ pickupDate }) => pickupDate === today);
  const earlier = items.find(({ pickupDate }) => pickupDate < yesterday);
  return { ...(earlier ? { earlier } : {}), ...(last ? { last } : {}) };
}
