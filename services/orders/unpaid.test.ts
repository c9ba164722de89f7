import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { anOrderWish, fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWithCatalog } from '../../tests/support/orders/withCatalog';
import { createOrdersApp } from './app';

type Shop = Awaited<ReturnType<typeof ordersWithCatalog>>;

const mortal = mortalWrites();
let shop: Shop;
beforeAll(async () => {
  shop = await ordersWithCatalog({ units: 5_000 });
});
afterAll(() => shop.close());

const door = shopping(() => shop.world);
const wishOf = (quantity: number, changes: object = {}) =>
  anOrderWish({
    lines: [{ offerId: 'off_apples', quantity }],
    expectedTotal: fen(990 * quantity),
    ...changes,
  });
const unpaidOf = async (accountId: string) => {
  const found = await shop.world.orders.find({ accountId, status: 'awaiting_payment' }).toArray();
  return new Set(found.map(({ _id }) => String(_id)));
};
const codes = (replies: readonly { status: number; body: { code: string } }[]) =>
  replies.filter(({ status }) => status !== 201).map(({ body }) => body.code);
const many = <T>(count: number, act: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => act(at)));

describe('what an account may leave unpaid', () => {
  test('is ten orders, however many it places at once at however many processes', async () => {
    const other = await createOrdersApp(shop.world.deps);
    const doors = [door, shopping(() => shop.world.through(other))];
    const who = 'acc_hoarder';
    const heldBefore = (await shop.held()).size;
    const replies = await many(20, (at) => doors[at % 2]!.place(wishOf(1), { who, key: `hoard-${at}` }));
    expect(codes(replies)).toEqual(Array.from({ length: 10 }, () => 'TOO_MANY_UNPAID_ORDERS'));
    const unpaid = await unpaidOf(who);
    expect(unpaid.size).toBe(10);
    expect((await shop.held()).size - heldBefore).toBe(10);

    // The same request again is the same order, or the same refusal.
    const again = await many(20, (at) => doors[at % 2]!.place(wishOf(1), { who, key: `hoard-${at}` }));
    expect(again.map(({ status, body }) => [status, body.orderId])).toEqual(
      replies.map(({ status, body }) => [status, body.orderId]),
    );

    // Whoever pays one and cancels one may place two, also by a request that was refused.
    const [first, second] = [...unpaid];
    expect((await door.pay(first!, undefined, { who })).status).toBe(201);
    await door.cancel(second!, who);
    const refused = replies.findIndex(({ status }) => status !== 201);
    expect((await door.place(wishOf(1), { who, key: `hoard-${refused}` })).status).toBe(201);
    expect((await door.place(wishOf(1), { who })).status).toBe(201);
    expect((await door.place(wishOf(1), { who })).body.code).toBe('TOO_MANY_UNPAID_ORDERS');
    expect((await door.place(wishOf(1), { who: 'acc_neighbour' })).status).toBe(201);
    await other.close();
  });

  test('is a hundred units in them, and no order has more', async () => {
    const who = 'acc_bulk';
    expect((await door.place(wishOf(101), { who })).body).toMatchObject({
      code: 'ORDER_TOO_LARGE',
      unpaidUnits: 100,
    });
    const replies = await many(5, () => door.place(wishOf(40), { who }));
    expect(codes(replies)).toEqual(Array.from({ length: 3 }, () => 'TOO_MANY_UNPAID_ORDERS'));
    // Two orders of forty stand for eight of ten; twenty units more are the rest.
    expect((await door.place(wishOf(20), { who })).status).toBe(201);
    expect((await door.place(wishOf(1), { who })).body).toMatchObject({
      code: 'TOO_MANY_UNPAID_ORDERS',
      unpaidOrders: 10,
      unpaidUnits: 100,
    });
  });

  test('is wider for a leader who orders for neighbours, and apart from what the leader wants', async () => {
    const who = 'acc_leader001:leader';
    const onBehalfOf = { name: '李奶奶', phone: '13900139000' };
    const forNeighbours = await many(25, () => door.place(wishOf(1, { onBehalfOf }), { who }));
    expect(codes(forNeighbours)).toEqual([]);
    const own = await many(12, () => door.place(wishOf(1), { who }));
    expect(codes(own).length).toBe(2);
  });

  test('ends with the time to pay', async () => {
    const who = 'acc_forgetful';
    await many(10, () => door.place(wishOf(1), { who }));
    expect((await door.place(wishOf(1), { who })).body.code).toBe('TOO_MANY_UNPAID_ORDERS');
    shop.world.pass(16);
    await shop.world.app.start();
    for (const orderId of await unpaidOf(who)) await door.reaches(orderId, 'expired');
    expect((await door.place(wishOf(1), { who })).status).toBe(201);
  });

  test.each(['before', 'after'] as const)(
    'a process that dies %s any of its writes leaves no more, and no order without its stock',
    async (when) => {
      const fewer = { $set: { 'rules.unpaidOrders': 3, 'rules.unpaidUnits': 30 } };
      await shop.catalog.collections.cities.updateMany({}, fewer);
      await shop.world.restart();
      let [died, at] = [true, 0];
      for (; died; at += 1) {
        const who = `acc_mortal${when}${at}`;
        const key = (order: number) => `${who}-${order}`;
        const send = () => many(5, (order) => door.place(wishOf(1), { who, key: key(order) }));
        died = await mortal.dies(when, at, async () => {
          await send();
        });
        await shop.world.restart();
        await send();
        const [unpaid, held] = [await unpaidOf(who), await shop.held()];
        expect([at, unpaid.size]).toEqual([at, 3]);
        expect([at, [...unpaid].filter((orderId) => !held.has(orderId))]).toEqual([at, []]);
      }
      expect(at).toBeGreaterThan(3);
    },
    120_000,
  );
});

test('an account places so many orders in ten minutes as its city says, cancelled or not', async () => {
  await shop.catalog.collections.cities.updateMany({}, { $set: { 'rules.ordersPerTenMinutes': 6 } });
  await shop.world.restart();
  const who = 'acc_restless';
  let last = '';
  for (let turn = 0; turn < 6; turn += 1) {
    const { status, body } = await door.place(wishOf(1), { who, key: `turn-${turn}` });
    expect([turn, status]).toEqual([turn, 201]);
    last = body.orderId;
    await door.cancel(last, who);
  }
  const { status, body } = await door.place(wishOf(1), { who });
  expect([status, body.code]).toEqual([429, 'TOO_MANY_ORDERS']);
  expect((await door.place(wishOf(1), { who, key: 'turn-5' })).body.orderId).toBe(last);
  expect((await door.place(wishOf(1), { who: 'acc_calm' })).status).toBe(201);
});
