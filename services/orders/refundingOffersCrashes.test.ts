import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { anOrderWish, fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

const mortal = mortalWrites();
let world: OrdersWorld;
const { placed, pay, reaches, order } = shopping(() => world);

beforeAll(async () => {
  world = await ordersWorld();
  world.catalog.cycle.cutoffAt = '2026-03-31T15:00:00.000Z';
  await world.app.start();
});
afterAll(() => world.close());

const { cycleId } = anOrderWish();
const refundOffer = async () => {
  const body = { cycleId };
  return world.send('post', '/orders/offers/off_apples/refunds', 'acc_boss:operator', { body });
};

test.each(['before', 'after'] as const)(
  'killed %s any of its writes, and sent again: everybody gets an offer back, once, and its stock is free',
  async (when) => {
    let [died, at] = [true, 0];
    for (; died; at += 1) {
      const left = world.catalog.left('off_apples');
      const orders = [await placed(), await placed(), await placed()];
      for (const orderId of orders) {
        await pay(orderId);
        await reaches(orderId, 'paid');
      }
      // The process that dies does nothing by itself, so that each write of it is one that was asked for.
      await world.restart();
      died = await mortal.dies(when, at, async () => {
        const { status } = await refundOffer();
        if (status !== 200) throw new Error(`answered ${status}`);
      });
      await world.restart();
      await world.app.start();
      expect((await refundOffer()).status).toBe(200);
      for (const orderId of orders) {
        const { refunds } = await reaches(orderId, 'failed');
        expect([at, refunds.map(({ amount }) => amount)]).toEqual([at, [fen(990)]]);
      }
      await until(async () => {
        // What failed with the process is tried again after a pause.
        world.pass(1);
        const now = await Promise.all(orders.map(order));
        const isOver = now.every(({ refunds: [one] }) => one?.status === 'succeeded');
        // A card that is not charged is written down as such before its authorisation is let go.
        const isLetGo = (await world.totals()).authorised === 0;
        return isOver && isLetGo && world.catalog.left('off_apples') === left;
      });
      const { authorised, captured, refunded } = await world.totals();
      expect([at, authorised, captured - refunded]).toEqual([at, 0, 0]);
    }
    expect(at).toBeGreaterThan(1);
  },
  120_000,
);
