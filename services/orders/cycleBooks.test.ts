import { mongo } from 'mongoose';
import { examinedBy } from '../../tests/support/examined';
import { afterCutoff, operator } from '../../tests/support/orders/afterCutoff';
import { fullReading } from '../../tests/support/orders/fullReading';
import { shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld } from '../../tests/support/orders/world';
import { createOrdersApp } from './app';
import { CycleBookStore } from './storage/cycleBookStore';
import { type StoredOrder, toOrder } from './storage/orderModel';
import { CycleId } from '#shared/contracts/ids';

let world: OrdersWorld;
const { cancel, grant, placed, reaches, settled } = shopping(() => world);
const { buy, passCutoff, frozen, depart, receive, redeem, tell, books, balanced } = afterCutoff(() => world);
const cycleId = CycleId.parse('cyc_20260301');
const apples = (quantity = 1) => ({ offer: 'apples', quantity, price: 990 * quantity });
const eggs = { offer: 'eggs', price: 1890 };
const salmon = { offer: 'salmon', price: 5900 };

beforeEach(async () => {
  world = await ordersWorld();
  await world.app.start();
  await world.listenToStripe();
});
afterEach(() => world.close());

const all = async () => (await world.orders.find().sort({ _id: 1 }).toArray()) as unknown as StoredOrder[];
const versions = (orders: readonly StoredOrder[]) =>
  orders.map(({ _id, version }) => `${_id} ${version}`).join();
const kept = () => new CycleBookStore(world.connection).sums(cycleId);

/** The kept sums beside every order read one by one, at a moment when no order moved in between. */
async function compared() {
  for (;;) {
    const before = await all();
    const sums = await kept();
    if (versions(before) === versions(await all())) return { sums, read: fullReading(before.map(toOrder)) };
  }
}
async function agree(): Promise<void> {
  const { sums, read } = await compared();
  expect(sums).toEqual(read);
}

test('the books are what every order says, read one by one, whatever has happened', async () => {
  const other = await createOrdersApp(world.deps);
  await other.start();
  const whole = [apples(2), salmon];
  const mine = await buy({ who: 'acc_a', lines: whole });
  const [second, third] = await Promise.all(
    ['acc_b', 'acc_c'].map((who) => buy({ who, lines: [eggs, apples()] })),
  );
  world.pass(1);
  const proxied = await buy({
    ...{ who: 'acc_leader001', lines: [apples()], method: 'alipay' },
    onBehalfOf: { name: '赵', phone: '13900000001' },
  });
  await agree();
  await placed();
  const left = await buy({ who: 'acc_mei', lines: [apples()], method: 'alipay' });
  await Promise.all([cancel(left), grant(mine, 100), agree()]);
  await settled(left);
  await agree();
  await tell('identity.account_deleted.v1', { accountId: 'acc_b' });
  passCutoff();
  // Cutoff consolidates and decides meanwhile, in two processes.
  for (let look = 0; look < 20; look += 1) await agree();
  const { consolidationId } = await frozen();
  await agree();
  const dropped = await world.send('post', `/consolidations/${consolidationId}/supersede`, operator, {
    body: { droppedSkuIds: ['sku_salmon'], reason: '三文鱼没到货' },
  });
  expect(dropped.status).toBe(201);
  const renewed = dropped.body as { consolidationId: string };
  await agree();
  for (const _twice of [1, 2]) await depart(renewed.consolidationId);
  await agree();
  // One box of five is missing: whoever paid last goes without.
  for (const _twice of [1, 2]) await receive(renewed.consolidationId, { apples: 4 });
  for (const orderId of [second!, third!]) await Promise.all([reaches(orderId, 'ready'), agree()]);
  for (const orderId of [second!, third!, second!]) await redeem(orderId);
  await Promise.all([second!, third!].map((orderId) => reaches(orderId, 'collected')));
  await grant(second!, 100);
  await settled(proxied);
  await agree();
  await balanced();
  await agree();
  expect((await compared()).sums).toMatchObject({ expired: { orders: 1 }, collected: { orders: 2 } });
  await other.close();
});

test('what another program wrote is booked when the books are asked for, also when that dies in the middle', async () => {
  for (const who of ['acc_a', 'acc_b', 'acc_c']) await buy({ who, lines: [apples()] });
  const [some] = await all();
  const { booking: _none, ...unbooked } = some!;
  const copies = Array.from({ length: 600 }, (_, n) => ({ ...unbooked, _id: `ord_copy${n}`, outbox: [] }));
  await world.orders.insertMany(copies as never);
  // A program that knows of no bookings gave a third of them another price, and raised their versions.
  await world.orders.updateMany(
    { _id: /ord_copy.*[036]$/ },
    {
      $set: { 'payment.paidFen': 1 },
      $inc: { version: 1 },
    },
  );
  // Only what writes nothing but bookings dies: the service writes other things by itself meanwhile.
  type Write = (this: mongo.Collection, ...args: unknown[]) => Promise<unknown>;
  const collections = mongo.Collection.prototype as unknown as Record<string, Write>;
  const real = collections['bulkWrite']!;
  const write = jest.spyOn(collections, 'bulkWrite').mockImplementation(function (
    this: mongo.Collection,
    ...args: unknown[]
  ) {
    const booksOnly = JSON.stringify(args[0]).includes('"update":{"$set":{"booking":');
    return booksOnly ? Promise.reject(new Error('the process is dead')) : real.apply(this, args);
  });
  await expect(kept()).rejects.toThrow('the process is dead');
  write.mockRestore();
  await Promise.all([agree(), agree(), agree()]);
  const wrong = (await books()).checks.filter(({ holds }) => !holds);
  expect(wrong.map(({ name }) => name)).toEqual(['money_is_the_price_of_the_goods']);
});

test('a reading looks at no order whose booking is right, and names what is wrong', async () => {
  const ids = [];
  for (const who of ['acc_a', 'acc_b', 'acc_c']) ids.push(await buy({ who, lines: [apples()] }));
  const [some] = await all();
  const copies = Array.from({ length: 300 }, (_, n) => ({ ...some, _id: `ord_copy${n}`, outbox: [] }));
  await world.orders.insertMany(copies as never);
  const asked = await examinedBy(world.connection, () => books());
  // What the service does by itself meanwhile asks for other things.
  const ofCycle = asked.filter(({ question }) => /^orders .*(cycleId|_id)/.test(question));
  expect(ofCycle).toMatchObject([{ question: 'orders aggregate {cycleId}', examined: 0 }]);
  await world.orders.updateOne(
    { _id: ids[0] as never },
    {
      $set: { 'lines.0.price.chargedFen': 980 },
      $inc: { version: 1 },
    },
  );
  expect((await books()).checks.find(({ name }) => name === 'every_line_owes_its_price')).toEqual({
    ...{ name: 'every_line_owes_its_price', holds: false },
    detail: `1 lines do not: ${ids[0]}/l1`,
  });
});
