import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { anOrderWish, shopping } from '../../tests/support/orders/shopping';
import { ordersWithCatalog } from '../../tests/support/orders/withCatalog';
import { createOrdersApp } from './app';

type Shop = Awaited<ReturnType<typeof ordersWithCatalog>>;
const mortal = mortalWrites();
const copies = [1, 2, 3];
/** The price of the box after it changed. */
const changed = { amount: 980, currency: 'CNY' } as const;

let shop: Shop;
beforeAll(async () => {
  shop = await ordersWithCatalog({ units: 1_000 });
});
afterAll(() => shop.close());

/** A point with room for so many orders a day, and stock enough for all who ask. */
function open(point: string, capacityPerDay: number): void {
  shop.world.points.set(point, { open: true, leader: 'acc_leader001', capacityPerDay });
}

const ended = ['expired', 'cancelled', 'failed'];
/** Ids of the orders that have not ended, of one point when asked. */
async function live(pickupPointId?: string): Promise<Set<string>> {
  const here = pickupPointId === undefined ? {} : { pickupPointId };
  const found = await shop.world.orders
    .find({ ...here, status: { $nin: ended } }, { projection: { _id: 1 } })
    .toArray();
  return new Set(found.map(({ _id }) => String(_id)));
}

type Answer = { buyer: string; status: number; code?: string; orderId?: string };

/** Every buyer sends the same order with the same key three times at once, to the processes in turn. */
async function orderInCopies(
  pickupPointId: string,
  buyers: readonly string[],
  processes = [shop.world.app],
): Promise<Answer[]> {
  const doors = processes.map((app) => shopping(() => shop.world.through(app)));
  return Promise.all(
    buyers.flatMap((buyer) =>
      copies.map(async (copy): Promise<Answer> => {
        const { status, body } = await doors[copy % doors.length]!.place(anOrderWish({ pickupPointId }), {
          who: buyer,
          key: `${pickupPointId}-${buyer}`,
        });
        return { buyer, status, code: body.code, orderId: body.orderId };
      }),
    ),
  );
}

const buyers = (count: number) => Array.from({ length: count }, (_, at) => `acc_buyer${at}`);
const placed = (answers: readonly Answer[]) =>
  new Set(answers.flatMap(({ status, orderId }) => (status === 201 && orderId ? [orderId] : [])));

describe('the same order, sent three times at once for the last places of a pickup point', () => {
  test('is one order with its stock, or none without', async () => {
    open('ppt_one', 20);
    const answers = await orderInCopies('ppt_one', buyers(40));
    for (const buyer of buyers(40)) {
      const codes = answers.filter((one) => one.buyer === buyer).map(({ status }) => status);
      expect([buyer, new Set(codes).size]).toEqual([buyer, 1]);
    }
    expect(placed(answers).size).toBe(20);
    expect(await live()).toEqual(placed(answers));
    expect(await shop.held()).toEqual(placed(answers));
    expect(await shop.catalog.figures(shop.offerId)).toEqual({ available: 980, held: 20, sold: 0 });
  });

  test('also at two processes of orders, at which the copies of one order meet', async () => {
    open('ppt_two', 20);
    const other = await createOrdersApp(shop.world.deps);
    const answers = await orderInCopies('ppt_two', buyers(40), [shop.world.app, other]);
    const refused = answers.filter(({ status }) => status !== 201).map(({ code }) => code);
    expect(new Set([...refused, 'PICKUP_POINT_FULL', 'REQUEST_IN_PROGRESS']).size).toBe(2);
    expect(await live('ppt_two')).toEqual(placed(answers));
    expect(await shop.held()).toEqual(await live());
    // Whoever was told to wait, or gave way to a copy that gave way, asks again and gets what is left: places that a process took
    // ahead and did not use are counted anew after a minute or two.
    shop.world.pass(2);
    const again = await orderInCopies('ppt_two', buyers(40), [other]);
    expect(await live('ppt_two')).toEqual(placed(again));
    expect(placed(again)).toEqual(new Set([...placed(answers), ...placed(again)]));
    expect(await shop.held()).toEqual(await live());
    // Also copies of orders that are there already take a place for a moment: whoever gave way to the last of them asks once more.
    const placing = new Set(again.flatMap(({ buyer, status }) => (status === 201 ? [buyer] : [])));
    shop.world.pass(2);
    await orderInCopies(
      'ppt_two',
      buyers(40).filter((buyer) => !placing.has(buyer)),
      [other],
    );
    expect(await shop.held()).toEqual(await live());
    expect((await live('ppt_two')).size).toBe(20);
    await other.close();
  });

  test('at a price that changed holds nothing, and may be sent again', async () => {
    open('ppt_three', 20);
    const before = anOrderWish({ pickupPointId: 'ppt_three' });
    const wish = { ...before, expectedTotal: changed };
    const held = (await shop.held()).size;
    const door = shopping(() => shop.world);
    const send = (body: object) => Promise.all(copies.map(() => door.place(body, { key: 'once' })));
    await door.place(before);
    await shop.catalog.collections.offers.updateOne(
      { _id: shop.offerId },
      { $set: { price: changed }, $inc: { version: 1 } },
    );
    const old = await Promise.all(copies.map(() => door.place(before, { key: 'old' })));
    expect(old.map(({ body }) => body.code)).toEqual(copies.map(() => 'PRICE_CHANGED'));
    expect((await shop.held()).size).toBe(held + 1);
    expect(new Set((await send(wish)).map(({ status }) => status))).toEqual(new Set([201]));
    expect(await shop.held()).toEqual(await live());
  });

  test.each(['before', 'after'] as const)(
    'and a process that dies %s any of its writes takes nothing from an order that was acknowledged',
    async (when) => {
      const acknowledged = new Set<string>();
      let [died, at] = [true, 0];
      for (; died; at += 1) {
        // Each time a point of its own: its places are all free.
        const pickupPointId = `ppt_${when}${at}`;
        open(pickupPointId, 1);
        const wish = anOrderWish({ pickupPointId, expectedTotal: changed });
        const door = shopping(() => shop.world);
        const many = buyers(2).map((buyer) => `${buyer}${when}${at}`);
        const send = () =>
          Promise.all(many.flatMap((who) => [1, 2].map(() => door.place(wish, { who, key: `${who}-once` }))));
        died = await mortal.dies(when, at, async () => {
          for (const { status, body } of await send()) if (status === 201) acknowledged.add(body.orderId);
        });
        await shop.world.restart();
        for (const { status, body } of await send()) if (status === 201) acknowledged.add(body.orderId);
        const alive = await live();
        expect([at, [...acknowledged].filter((orderId) => !alive.has(orderId))]).toEqual([at, []]);
        const held = await shop.held();
        expect([at, [...alive].filter((orderId) => !held.has(orderId))]).toEqual([at, []]);
        const here = await shop.world.orders.countDocuments({ pickupPointId });
        expect(here).toBeLessThanOrEqual(1);
      }
      expect(at).toBeGreaterThan(5);
    },
    120_000,
  );
});
