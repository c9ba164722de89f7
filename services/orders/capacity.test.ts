import { anOrderWish, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';
import { createOrdersApp } from './app';

let world: OrdersWorld;
const shop = shopping(() => world);
const capacity = 5;

beforeEach(async () => {
  world = await ordersWorld();
  world.points.set('ppt_001', { open: true, leader: 'acc_leader001', capacityPerDay: capacity });
  world.catalog.setStock('off_apples', 1_000);
});
afterEach(() => world.close());

const buyers = (count: number) => Array.from({ length: count }, (_, at) => `acc_buyer${at}`);
const livingOrders = () =>
  world.orders.countDocuments({ status: { $nin: ['expired', 'cancelled', 'failed'] } });
const codesOf = (replies: readonly { status: number; body: { code?: string } }[]) =>
  replies.filter(({ status }) => status !== 201).map(({ body }) => body.code);

test('a pickup point takes exactly as many orders a day as it can, also from many buyers at two processes', async () => {
  const other = await createOrdersApp(world.deps);
  const elsewhere = shopping(() => world.through(other));
  const replies = await Promise.all(
    buyers(30).map((who, at) => (at % 2 ? shop : elsewhere).place(anOrderWish(), { who })),
  );
  expect(codesOf(replies)).toEqual(Array(30 - capacity).fill('PICKUP_POINT_FULL'));
  expect(await livingOrders()).toBe(capacity);
  expect(world.catalog.left('off_apples')).toBe(1_000 - capacity);
  await other.close();
});

test('an order placed again takes no second place, and finds itself when the point is full', async () => {
  const wish = anOrderWish();
  const placed = await Promise.all([1, 2, 3].map(() => shop.place(wish, { key: 'same' })));
  for (const who of buyers(capacity - 1)) expect((await shop.place(wish, { who })).status).toBe(201);
  expect((await shop.place(wish, { who: 'acc_late' })).body.code).toBe('PICKUP_POINT_FULL');
  const again = await shop.place(wish, { key: 'same' });
  expect(new Set([...placed, again].map(({ body }) => body.orderId)).size).toBe(1);
  expect(await livingOrders()).toBe(capacity);
});

test('what is cancelled, expires or is refused frees its place', async () => {
  await world.app.start();
  const [first, second] = await Promise.all(
    buyers(capacity).map((who) => shop.place(anOrderWish(), { who })),
  );
  const isFull = async () =>
    (await shop.place(anOrderWish(), { who: 'acc_late' })).body.code === 'PICKUP_POINT_FULL';
  expect(await isFull()).toBe(true);
  await shop.cancel(first!.body.orderId, 'acc_buyer0');
  world.pass(0.1);
  const wrongPrice = await shop.place(anOrderWish({ expectedTotal: { amount: 1, currency: 'CNY' } }));
  expect(wrongPrice.body.code).toBe('PRICE_CHANGED');
  expect((await shop.place(anOrderWish(), { who: 'acc_glad' })).status).toBe(201);
  expect(await isFull()).toBe(true);
  world.pass(16);
  await shop.reaches(second!.body.orderId, 'expired');
  await until(async () => (await livingOrders()) === 0);
  const replies = await Promise.all(buyers(capacity + 2).map((who) => shop.place(anOrderWish(), { who })));
  expect(codesOf(replies)).toEqual(Array(2).fill('PICKUP_POINT_FULL'));
});

test('a place taken by a process that died before it kept the order is free again after a minute', async () => {
  world.onEffect((name) => {
    if (name === 'catalog.reserve') throw new Error('the process dies here');
  });
  await Promise.all(buyers(capacity).map((who) => shop.place(anOrderWish(), { who })));
  world.onEffect(() => undefined);
  expect((await shop.place(anOrderWish())).body.code).toBe('PICKUP_POINT_FULL');
  world.pass(2);
  expect((await shop.place(anOrderWish())).status).toBe(201);
});

test('at a point with much room one write counts for many orders, and the last place is still the last', async () => {
  const room = 96;
  world.points.set('ppt_001', { open: true, leader: 'acc_leader001', capacityPerDay: room });
  const other = await createOrdersApp(world.deps);
  const elsewhere = shopping(() => world.through(other));
  const writes = async () =>
    Number((await world.deps.mongo.collection('point_days').findOne({}))?.['version'] ?? 0);
  for (const who of buyers(16)) await shop.place(anOrderWish(), { who });
  expect(await writes()).toBe(4);
  const more = buyers(2 * room).map((who) => `${who}x`);
  await Promise.all(more.map((who, at) => (at % 2 ? shop : elsewhere).place(anOrderWish(), { who })));
  const unused = room - (await livingOrders());
  expect(unused).toBeGreaterThanOrEqual(0);
  expect(unused).toBeLessThan(10);
  // Places that were taken ahead and not used are free again like those of a process that died.
  world.pass(2);
  for (const who of buyers(unused + 2)) await shop.place(anOrderWish(), { who: `${who}y` });
  expect(await livingOrders()).toBe(room);
  await other.close();
});

test('a leader who can take more or fewer orders is believed at once', async () => {
  for (const who of buyers(capacity)) await shop.place(anOrderWish(), { who });
  const change = (capacityPerDay: number) => {
    world.points.set('ppt_001', { open: true, leader: 'acc_leader001', capacityPerDay });
    world.pass(0.5);
  };
  change(capacity + 1);
  await world.restart();
  expect((await shop.place(anOrderWish())).status).toBe(201);
  expect((await shop.place(anOrderWish(), { who: 'acc_late' })).body.code).toBe('PICKUP_POINT_FULL');
});

test('a day on which an order comes every half minute stays a small record that counts right', async () => {
  const many = 14;
  world.points.set('ppt_001', { open: true, leader: 'acc_leader001', capacityPerDay: many });
  for (const who of buyers(many)) {
    expect((await shop.place(anOrderWish(), { who })).status).toBe(201);
    world.pass(0.5);
  }
  const day = await world.deps.mongo.collection('point_days').findOne({});
  expect(Object.keys(day?.['since'] as object).length).toBeLessThan(7);
  expect((await shop.place(anOrderWish(), { who: 'acc_late' })).body.code).toBe('PICKUP_POINT_FULL');
});
