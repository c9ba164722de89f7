import { mongo } from 'mongoose';
import { fen, shopping, visa } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

let world: OrdersWorld;
const { placed, pay, cancel, order, payment, grant, payByHand, intentsOf } = shopping(() => world);

/** Steps that the process may still take before it dies; each write, call or payment is one. */
let stepsLeft = Infinity;
class Died extends Error {}
function step(): void {
  stepsLeft -= 1;
  if (stepsLeft < 0) throw new Died('the process is dead');
}

const writes = ['insertMany', 'insertOne', 'updateOne', 'updateMany', 'bulkWrite'] as const;
type Write = (this: mongo.Collection, ...args: unknown[]) => Promise<unknown>;
const own = new Set(['orders', 'provider_events']);

beforeAll(async () => {
  world = await ordersWorld();
  world.catalog.cycle.cutoffAt = '2026-03-31T15:00:00.000Z';
  world.onEffect(step);
  await world.listenToStripe();
  for (const name of writes) {
    const collections = mongo.Collection.prototype as unknown as Record<string, Write>;
    const real = collections[name]!;
    jest.spyOn(collections, name).mockImplementation(async function (
      this: mongo.Collection,
      ...args: unknown[]
    ) {
      await Promise.resolve();
      if (own.has(this.collectionName)) step();
      return real.apply(this, args);
    });
  }
});
afterAll(async () => {
  jest.restoreAllMocks();
  await world.close();
});

type Story = { orderId?: string; acknowledged?: string };

/** What shoppers and operators do; each step is tried, whatever became of the one before. */
const stories: Record<string, (story: Story) => (() => Promise<unknown>)[]> = {
  'a card, then cancelled': (story) => [
    () => begin(story),
    () => pay(story.orderId!, visa),
    () => cancel(story.orderId!),
  ],
  'a wallet, then cancelled': (story) => [
    () => begin(story),
    () => pay(story.orderId!, { method: 'alipay' }),
    () => payByHand(story.orderId!),
    () => payment(story.orderId!),
    () => cancel(story.orderId!),
  ],
  'a wallet, a refund in part': (story) => [
    () => begin(story),
    () => pay(story.orderId!, { method: 'wechat_pay' }),
    () => payByHand(story.orderId!),
    () => payment(story.orderId!),
    () => grant(story.orderId!, 300),
  ],
  'one way, then another, then nothing': (story) => [
    () => begin(story),
    () => pay(story.orderId!, { method: 'alipay' }),
    () => pay(story.orderId!, { method: 'card' }),
  ],
};

async function begin(story: Story): Promise<void> {
  const orderId = await placed();
  story.acknowledged = orderId;
  story.orderId = orderId;
}

/** An order whose reply never came is known to the database alone. */
async function newest(): Promise<string | undefined> {
  const [found] = await world.orders.find({}).sort({ $natural: -1 }).limit(1).toArray();
  return found && String(found._id);
}

/** What of money, stock and events of the order does not agree, or is still to be done. */
async function whatIsWrong(orderId: string) {
  const now = await order(orderId);
  const intents = await intentsOf(orderId);
  const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
  const refunds = await Promise.all(
    intents.map(({ id }) => world.sandbox.stripe.refunds.list({ payment_intent: id })),
  );
  const returned = now.refunds.filter(({ way }) => way === 'returned');
  const stored = await world.stored(orderId);
  const alive = now.status === 'paid';
  const pairs: Record<string, [unknown, unknown]> = {
    taken: [sum(intents.map(({ amount_received }) => amount_received)), now.payment.captured?.amount ?? 0],
    held: [
      sum(intents.map(({ amount_capturable }) => amount_capturable)),
      now.payment.status === 'authorised' ? now.payment.amount.amount : 0,
    ],
    returned: [
      sum(refunds.flatMap(({ data }) => data.map(({ amount }) => amount))),
      sum(returned.map(({ amount }) => amount.amount)),
    ],
    stock: [world.catalog.reservations.get(orderId)?.status, alive ? 'confirmed' : 'released'],
    refunds: [now.refunds.every(({ status }) => status === 'succeeded'), true],
    ended: [now.status !== 'awaiting_payment', true],
    outbox: [stored?.['outbox'], []],
    paid: [!alive || world.eventsOf(orderId).includes('orders.paid.v1'), true],
  };
  return Object.entries(pairs).filter(([, [is, should]]) => JSON.stringify(is) !== JSON.stringify(should));
}

describe.each(Object.entries(stories))('%s', (_, tell) => {
  test('dying at any step leaves money, stock and events whole', async () => {
    let died = true;
    for (let at = 0; died; at += 1) {
      const before = world.catalog.left('off_apples');
      const last = await newest();
      const story: Story = {};
      stepsLeft = at;
      for (const act of tell(story)) {
        await act().catch(() => undefined);
        const known = await newest();
        if (known !== undefined && known !== last) story.orderId = known;
        if (story.orderId === undefined) break;
      }
      died = stepsLeft < 0;
      await world.app.close().catch(() => undefined);
      stepsLeft = Infinity;
      await world.restart();
      await world.app.start();
      const { orderId } = story;
      if (story.acknowledged !== undefined) expect(orderId).toBe(story.acknowledged);
      if (orderId === undefined) {
        // Held without an order: catalog lets the hold run out by itself.
        for (const held of world.catalog.reservations.keys())
          if (!(await world.stored(held))) world.catalog.expire(held);
      } else {
        let wrong: unknown[] = [];
        await until(async () => {
          world.pass(5);
          await new Promise((resolve) => setTimeout(resolve, 30));
          wrong = await whatIsWrong(orderId);
          return wrong.length === 0;
        }).catch(async () => {
          throw new Error(JSON.stringify({ at, wrong, stored: await world.stored(orderId) }));
        });
        const { status, refunded } = await order(orderId);
        const kept = status === 'paid';
        expect(world.catalog.left('off_apples')).toBe(before - (kept ? 1 : 0));
        if (!kept && refunded.amount > 0) expect(refunded).toEqual(fen(990));
      }
      // The next one begins without sweepers of its own: what it leaves undone is what is looked at.
      await world.restart();
      expect(world.catalog.left('off_apples')).toBeLessThanOrEqual(before);
    }
  }, 120_000);
});
