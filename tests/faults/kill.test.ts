import { later } from '../../scripts/demo/actors/time';
import { moneyChecks } from '../../scripts/demo/books/checks';
import { readStripeBooks } from '../../scripts/demo/books/stripeBooks';
import { allPages, each, sleep, waitFor } from '../../scripts/demo/actors/waiting';
import { consolidate } from '../../scripts/demo/day/cutoff';
import { lifelike } from '../../scripts/demo/day/pace';
import { prepareDay } from '../../scripts/demo/day/prepare';
import { type Stage } from '../../scripts/demo/day/stage';
import { narrator } from '../../scripts/demo/narrator';
import { type OrderId } from '../../shared/contracts/ids';
import { type OrderView } from '../../shared/contracts/orders/orderViews';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { beBusy, type Memory } from '../support/faults/busyShopper';
import { waitingEvents } from '../support/faults/outboxes';
import { randomFrom } from '../support/faults/random';
import { faultConfig } from './config';

const { kills: killsBefore, seed } = faultConfig;
jest.setTimeout((killsBefore * 60 + 300) * 1000);

let system: AllInOne;
beforeAll(async () => {
  process.stdout.write(`faults: seed ${seed}\n`);
  system = await startAllInOne();
});
afterAll(() => system.close());

const shoppersAtOnce = 12;
const killsAfter = 2;
/** Fewer would show little. */
const leastOrders = 21;

/**
 * Kills everything at random moments while neighbours order, until there are orders enough; then it is cutoff, and everything is
 * killed while the cycle is being closed.
 */
async function killAgainAndAgain(
  stage: Stage,
  random: () => number,
  { gate, memory }: { readonly gate: Gate; readonly memory: Memory },
): Promise<number> {
  let kills = 0;
  async function kill(): Promise<void> {
    await sleep(200 + random() * 1_500);
    gate.shut();
    await system.kill();
    kills += 1;
    await system.restart();
    gate.open();
  }

  while (kills < killsBefore || memory.size < leastOrders) await kill();
  await system.time.comesTo(later(stage.cycle.cutoffAt, 1_000));
  for (let after = 0; after < killsAfter; after += 1) await kill();
  return kills;
}

/** Where shoppers wait while the product is down. */
type Gate = { shut(): void; open(): void; passed(): Promise<void> };
function gateOf(): Gate {
  let opening = Promise.resolve();
  let open: () => void = () => undefined;
  return {
    shut() {
      opening = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => {
      open();
    },
    // A moment for the connection to break in when the kill has not been noticed yet.
    passed: () => sleep(50).then(() => opening),
  };
}

async function ordersOf({ operator, cycle }: Stage): Promise<Map<OrderId, OrderView>> {
  const found = await allPages((cursor) =>
    operator.api.orders.searchOrders({
      query: { cycleId: cycle.cycleId, limit: '100', ...(cursor === undefined ? {} : { cursor }) },
    }),
  );
  const orders = await each(found, 8, ({ orderId }) => operator.look(orderId));
  return new Map(orders.map((order) => [order.orderId, order]));
}

const settled = new Set(['consolidated', 'cancelled', 'expired', 'failed']);

test('killed again and again, it forgets nothing that it said, and its books balance', async () => {
  const random = randomFrom(seed);
  const { time } = system;
  const quiet = narrator(() => undefined, time);
  const connection = { url: system.url, retries: 0, time };
  const stage = await prepareDay({ connection, narrator: quiet, pace: lifelike });
  const { cycle, operator, points } = stage;
  const memory: Memory = new Map();
  const gate = gateOf();
  const isOver = () => time.now() > new Date(cycle.cutoffAt);
  const shoppers = points.flatMap((point) =>
    point.neighbours.slice(0, 4).map((shopper) => ({ point, shopper })),
  );
  const busy = shoppers.slice(0, shoppersAtOnce).map(({ point, shopper }, index) =>
    beBusy({
      stage,
      point,
      shopper,
      random: randomFrom(seed + index),
      memory,
      up: () => gate.passed(),
      isOver,
    }),
  );
  const [kills] = await Promise.all([killAgainAndAgain(stage, random, { gate, memory }), ...busy]);

  await consolidate(stage);
  const orders = await waitFor(
    'the fate of every order',
    async () => {
      const all = await ordersOf(stage);
      return [...all.values()].every(({ status }) => settled.has(status)) ? all : undefined;
    },
    { seconds: 120, everyMs: 1_000 },
  );
  const read = async () => {
    const now = await operator.books(cycle.cycleId);
    const sum = Object.values(now.orders).reduce((total, number) => total + number, 0);
    const done = now.refundsPending.amount === 0 && sum === orders.size;
    return done && now.checks.every(({ holds }) => holds) ? now : undefined;
  };
  const books = await waitFor('settled books', read, { seconds: 120 });
  const stock = await waitFor(
    'every hold to be sold or given back',
    async () => {
      await time.passes(60_000);
      const now = await operator.stockBooks(cycle.cycleId);
      return now.totals.held === 0 ? now : undefined;
    },
    { seconds: 120, everyMs: 500 },
  );
  process.stdout.write(
    `faults: ${kills} kills, ${memory.size} orders acknowledged, ${orders.size} in the books\n`,
  );

  // What was acknowledged is there.
  const forgotten = [...memory].filter(([orderId, { paid, cancelled }]) => {
    const order = orders.get(orderId);
    if (!order) return true;
    if (cancelled) return order.status !== 'cancelled';
    return (
      paid &&
      order.status !== 'consolidated' &&
      order.failedBecause === undefined &&
      order.status !== 'cancelled'
    );
  });
  expect(forgotten).toEqual([]);
  // Stock is conserved: what is sold is what orders still are to bring.
  const wanted = new Map<string, number>();
  for (const { status, lines } of orders.values())
    if (status === 'consolidated')
      for (const { offerId, quantity } of lines)
        wanted.set(offerId, (wanted.get(offerId) ?? 0) + quantity.allocated);
  expect(stock.totals.difference).toBe(0);
  expect(stock.offers.items.map(({ offerId, sold }) => [offerId, sold])).toEqual(
    stock.offers.items.map(({ offerId }) => [offerId, wanted.get(offerId) ?? 0]),
  );
  // Money here is money there, and no order was charged twice.
  const ids = new Set<string>(orders.keys());
  const stripe = await readStripeBooks(await system.stripe(), ids, new Date(cycle.opensAt));
  expect(moneyChecks(books, stripe).filter(({ holds }) => !holds)).toEqual([]);
  // Every event arrived: nothing waits, and who lives by events knows what the orders are.
  expect(
    await waitFor('empty outboxes', async () => {
      const waiting = await waitingEvents(system.dataDir);
      return Object.keys(waiting).length === 0 ? waiting : undefined;
    }),
  ).toEqual({});
  const differs = await each([...orders.values()], 8, async ({ orderId, status }) => {
    const told = await operator.api.delivery.trackOrder({ params: { orderId } });
    return told.status === status ? [] : [`${orderId} is ${status}, delivery says ${told.status}`];
  });
  expect(differs.flat()).toEqual([]);
});
