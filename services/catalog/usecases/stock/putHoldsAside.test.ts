import { anId } from '../../../../tests/support/anId';
import { catalogWorld, type CatalogWorld, openCycleId } from '../../../../tests/support/catalog';
import { until } from '../../../../tests/support/until';
import { stockReads } from '../../storage/stockReads';
import { stockOn } from '../../stock';
import { type Stock } from './stock';

const minute = 60_000;
const orders = 400;
const ids = Array.from({ length: orders }, (_, n) => `ord_${n}` as const);
let world: CatalogWorld;
let stock: Stock;
beforeEach(async () => {
  world = await catalogWorld();
  const { collections, now } = world;
  stock = stockOn(collections, { reads: stockReads(collections), now, nudge: () => undefined });
});
afterEach(async () => {
  await stock.close();
  await world.stop();
});

/** Each order with two units of the one offer, all unpaid. */
async function crowd(): Promise<void> {
  await world.offers({ initial: 1_000 });
  await Promise.all(ids.map((orderId) => world.reserve(orderId, { off_1: 2 })));
  await stock.putAllAside([openCycleId]);
}
const pages = () => world.collections.holdPages.countDocuments();

test('an offer stays small however many orders are unpaid, and its books tell all of them', async () => {
  await crowd();
  const { holds, holdPages = [] } = await world.offer();
  expect(holds.length).toBeLessThan(150);
  expect(holds.length + 50 * holdPages.length).toBe(orders);
  expect(await world.figures()).toEqual({ available: 200, held: 800, sold: 0 });
  const { body } = await world.get(`/cycles/${openCycleId}/stock-books`, 'operator');
  expect(body).toMatchObject({ balanced: true, totals: { held: 800, available: 200 } });
});

test('what lies in pages is sold and given back once, however often and from wherever it is asked', async () => {
  await crowd();
  const [paid, cancelled] = [ids.slice(0, 120), ids.slice(120, 180)];
  for (let times = 0; times < 2; times += 1)
    await Promise.all([
      ...paid.flatMap((orderId) => [world.confirm(orderId), stock.confirm(anId(orderId))]),
      ...cancelled.flatMap((orderId) => [world.release(orderId), stock.release(anId(orderId))]),
    ]);
  expect(await world.figures()).toEqual({ available: 320, held: 440, sold: 240 });
});

test('holds that run out in pages go back, and empty pages are forgotten', async () => {
  await crowd();
  world.pass(16 * minute);
  await stock.sweep(world.now());
  expect(await world.figures()).toEqual({ available: 1_000, held: 0, sold: 0 });
  expect(await pages()).toBeGreaterThan(0);
  world.pass(60 * minute);
  await stock.forgetPages(world.now());
  expect(await pages()).toBe(0);
});

test('pages that hold units are kept, however old they are', async () => {
  await crowd();
  const before = await pages();
  world.pass(120 * minute);
  await stock.forgetPages(world.now());
  expect(await pages()).toBe(before);
  await world.confirm('ord_0');
  expect(await world.figures()).toEqual({ available: 200, held: 798, sold: 2 });
});

test('a crowded offer is noticed by whoever reserves in it', async () => {
  await world.offers({ initial: 1_000 });
  for (let at = 0; at < orders; at += 80)
    await Promise.all(ids.slice(at, at + 80).map((orderId) => world.reserve(orderId, { off_1: 2 })));
  await until(async () => (await world.offer()).holds.length < 300);
  expect(await world.figures()).toEqual({ available: 200, held: 800, sold: 0 });
});
