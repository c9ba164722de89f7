import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type CycleId } from '#shared/contracts/ids';
import { DomainError } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { demoPeople } from '../../identity/demo/people';
import { type MovableClock } from '../movableClock';
import { say } from '../say';
import { agreed, alone, buy, demoPoint, type Neighbour } from './shopping';
import { demoApplications } from './applications';
import { demoVisitors, type Visitors } from './visitors';

const minuteMs = 60_000;
const ordersAtFirstPoint = 18;
const otherPoints = 15;
const ordersAtOthers = 3;
/** Orders of the demo's own shopper, so that one can be collected and the other one waits. */
const ownOrders = 2;
/** The first of those who apply, among the demo's people. */
const applicants = 380;
const atOnce = 6;
/** After cutoff, when payments begun in time have ended. */
export const graceMinutes = 6;

type Evening = { readonly baseUrl: string; readonly clock: MovableClock; readonly log: Log };

/**
 * The demo's last evening, lived through the public API while the clock shows that evening: neighbours order and pay for what is
 * collected today, and the cycle closes. Only for a first start, before anybody else is let in.
 */
export async function liveEvening({ baseUrl, clock, log }: Evening): Promise<void> {
  const cycle = await currentCycle(baseUrl);
  if (!cycle) return;
  const visitors = demoVisitors(baseUrl);
  const { items: offers } = await visitors.anybody.catalog.listOffers({
    query: { pickupPointId: demoPoint(1), limit: '100' },
  });
  await orderAll({ visitors, clock, log, cycleId: cycle.cycleId, offers }, wishesOf());
  await apply(visitors);
  clock.moveTo(new Date(Date.parse(cycle.cutoffAt) + graceMinutes * minuteMs));
  await close(baseUrl, cycle.cycleId);
}

type Ordering = Pick<Evening, 'clock' | 'log'> & {
  readonly visitors: Visitors;
  readonly cycleId: CycleId;
  readonly offers: readonly OfferCard[];
};
type EveningWish = {
  readonly neighbour: Neighbour;
  readonly point: number;
  readonly own: boolean;
  readonly n: number;
};

/** Neighbours order and pay, some at once, while the evening goes on. */
export async function orderAll(
  { visitors, clock, log, cycleId, offers }: Ordering,
  wishes: readonly EveningWish[],
): Promise<void> {
  for (let from = 0; from < wishes.length; from += atOnce) {
    if (from > 0 && from % 24 === 0) say(`  ${from} of ${wishes.length} neighbours have ordered`);
    await Promise.all(
      wishes.slice(from, from + atOnce).map(async ({ neighbour, point, own, n }) => {
        const visitor = await visitors.withPhone(neighbour.phone);
        const wish = { cycleId, pickupPointId: demoPoint(point), n, key: `${cycleId}-evening-${n}` };
        // The demo's shopper shall have something to collect for certain.
        await buy(visitor, neighbour, wish, point === 1 && !own ? agreed(offers) : alone(offers)).catch(
          (error: unknown) => {
            // Sold out meanwhile: the next neighbour has other wishes.
            if (!(error instanceof DomainError)) throw error;
            log.info({ err: error }, 'a neighbour of the demo could not order');
          },
        );
      }),
    );
    clock.moveTo(new Date(clock.now().getTime() + 4 * minuteMs));
  }
}

async function currentCycle(baseUrl: string) {
  const { catalog } = demoVisitors(baseUrl).anybody;
  return (await catalog.readCurrentCycle({ query: { pickupPointId: demoPoint(1) } })).cycle;
}

/** Two neighbours would like to lead a pickup point; an operator decides. */
async function apply(visitors: Visitors): Promise<void> {
  for (const [n, application] of demoApplications.entries()) {
    const neighbour = demoPeople()[applicants + n];
    if (!neighbour) return;
    const { displayName: name, phone } = neighbour;
    const { identity } = await visitors.withPhone(phone);
    await identity.applyAsLeader({
      idempotencyKey: `demo-application-${n}`,
      body: { name, phone, ...application },
    });
  }
}

/** Closing would happen by itself; nobody wants to wait for it here. */
export async function close(baseUrl: string, cycleId: CycleId): Promise<void> {
  const operator = await demoVisitors(baseUrl).operator();
  for (let tries = 0; tries < 100; tries += 1) {
    const { phase } = await operator.orders.closeCycle({ body: { cycleId } });
    if (phase === 'frozen') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the evening of the demo could not be closed');
}

/** Who orders where, in the order of the evening. */
function wishesOf() {
  const [shopper, ...others] = demoPeople();
  if (!shopper) return [];
  const points = [
    ...Array.from({ length: ordersAtFirstPoint }, () => 1),
    ...Array.from({ length: otherPoints * ordersAtOthers }, (_, at) => 2 + (at % otherPoints)),
  ];
  const wishes = points.map((point, at) => ({ point, neighbour: others[299 + at] ?? shopper, own: false }));
  const own = Array.from({ length: ownOrders }, () => ({ point: 1, neighbour: shopper, own: true }));
  return [...wishes, ...own].map((wish, n) => ({ ...wish, n }));
}
