import { mongo } from 'mongoose';
import { fen, type shopping } from './shopping';
import { type OrdersWorld, until } from './world';

class Died extends Error {}

const writes = ['insertMany', 'insertOne', 'updateOne', 'updateMany', 'bulkWrite'] as const;
type Write = (this: mongo.Collection, ...args: unknown[]) => Promise<unknown>;
const own = new Set(['orders', 'provider_events']);

export type Story = { orderId?: string; acknowledged?: string };
/** What shoppers and operators do; each step is tried, whatever became of the one before. */
export type Tell = (story: Story) => (() => Promise<unknown>)[];
/** What is, and what should be, by name. */
export type Pairs = Record<string, [is: unknown, should: unknown]>;

/**
 * Lets the process of orders die before any of its steps: each write, call or payment is one. To be set up once in a file of tests;
 * `jest.restoreAllMocks` ends it.
 */
export function dying(worldOf: () => OrdersWorld, act: ReturnType<typeof shopping>) {
  let stepsLeft = Infinity;
  function step(): void {
    stepsLeft -= 1;
    if (stepsLeft < 0) throw new Died('the process is dead');
  }

  /** An order whose reply never came is known to the database alone. */
  async function newest(): Promise<string | undefined> {
    const [found] = await worldOf().orders.find({}).sort({ $natural: -1 }).limit(1).toArray();
    return found && String(found._id);
  }

  /** What of stock, refunds and events of the order does not agree, or is still to be done; money is compared by `money`. */
  async function whatIsWrong(orderId: string, money: Pairs): Promise<[string, [unknown, unknown]][]> {
    const world = worldOf();
    const now = await act.order(orderId);
    const stored = await world.stored(orderId);
    const alive = now.status === 'paid';
    const pairs: Pairs = {
      ...money,
      stock: [world.catalog.reservations.get(orderId)?.status, alive ? 'confirmed' : 'released'],
      refunds: [now.refunds.every(({ status }) => status === 'succeeded'), true],
      ended: [now.status !== 'awaiting_payment', true],
      outbox: [stored?.['outbox'], []],
      paid: [!alive || world.eventsOf(orderId).includes('orders.paid.v1'), true],
    };
    return Object.entries(pairs).filter(([, [is, should]]) => JSON.stringify(is) !== JSON.stringify(should));
  }

  async function live(tell: Tell, at: number): Promise<{ story: Story; died: boolean }> {
    const last = await newest();
    const story: Story = {};
    stepsLeft = at;
    for (const one of tell(story)) {
      await one().catch(() => undefined);
      const known = await newest();
      if (known !== undefined && known !== last) story.orderId = known;
      if (story.orderId === undefined) break;
    }
    const died = stepsLeft < 0;
    await worldOf()
      .app.close()
      .catch(() => undefined);
    stepsLeft = Infinity;
    return { story, died };
  }

  return {
    setUp: (): void => {
      worldOf().onEffect(step);
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
    },
    /** The first step of each story: an order is placed. */
    begin: async (story: Story): Promise<void> => {
      const orderId = await act.placed();
      story.acknowledged = orderId;
      story.orderId = orderId;
    },
    /** Lives through a story once for each of its steps, dies there, and waits until another process has made all of it whole. */
    atAnyStep: async (tell: Tell, money: (orderId: string) => Promise<Pairs>): Promise<void> => {
      let died = true;
      for (let at = 0; died; at += 1) {
        const world = worldOf();
        const before = world.catalog.left('off_apples');
        const lived = await live(tell, at);
        ({ died } = lived);
        await world.restart();
        await world.app.start();
        const { orderId, acknowledged } = lived.story;
        if (acknowledged !== undefined) expect(orderId).toBe(acknowledged);
        if (orderId === undefined) {
          // Held without an order: catalog lets the hold run out by itself.
          for (const held of world.catalog.reservations.keys())
            if (!(await world.stored(held))) world.catalog.expire(held);
        } else {
          let wrong: unknown[] = [];
          await until(async () => {
            world.pass(5);
            await new Promise((resolve) => setTimeout(resolve, 30));
            wrong = await whatIsWrong(orderId, await money(orderId));
            return wrong.length === 0;
          }).catch(async () => {
            throw new Error(JSON.stringify({ at, wrong, stored: await world.stored(orderId) }));
          });
          const { status, refunded } = await act.order(orderId);
          const kept = status === 'paid';
          expect(world.catalog.left('off_apples')).toBe(before - (kept ? 1 : 0));
          if (!kept && refunded.amount > 0) expect(refunded).toEqual(fen(990));
        }
        // The next one begins without sweepers of its own: what it leaves undone is what is looked at.
        await world.restart();
        expect(world.catalog.left('off_apples')).toBeLessThanOrEqual(before);
      }
    },
  };
}
