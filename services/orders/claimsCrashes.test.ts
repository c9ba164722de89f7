import { type ClaimView } from '../../shared/contracts/orders/claimViews';
import { operator } from '../../tests/support/orders/afterCutoff';
import { claiming } from '../../tests/support/orders/claiming';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

const mortal = mortalWrites();
let world: OrdersWorld;
const { order } = shopping(() => world);
const { collected, photo, open, decide, appeal } = claiming(() => world);
/** Orders that were collected, one for each time that a process dies. */
let orders: string[];
/** One of each order, taken before: a process that begins anew would begin another one that reads pictures. */
const photos: string[] = [];
let next = 0;
const shoppers = Array.from({ length: 40 }, (_, at) => `acc_s${at}`);

beforeAll(async () => {
  world = await ordersWorld();
  await world.app.start();
  await world.listenToStripe();
  orders = await collected(shoppers);
  for (const [at, who] of shoppers.entries()) photos.push(await photo(orders[at]!, who));
});
afterAll(() => world.close());

test.each(['before', 'after'] as const)(
  'killed %s any write of a claim’s life, and each step sent again: one claim, paid once, born by one',
  async (when) => {
    let [died, at] = [true, 0];
    for (; died; at += 1) {
      const [orderId, who] = [orders[next]!, shoppers[next]!];
      const photoIds = [photos[next]!];
      next += 1;
      const keys = [world.newKey(), world.newKey(), world.newKey()] as const;
      const steps = [
        // A cause that a person looks at.
        () => open(orderId, who, { cause: 'other', photoIds }, keys[0]),
        async () => decide(await claim(orderId), 300, { key: keys[1] }),
        async () => appeal(await claim(orderId), who),
        async () => decide(await claim(orderId), 990, { key: keys[2], payer: 'supplier' }),
      ];
      const all = async () => {
        for (const step of steps) {
          const { status } = await step();
          if (status >= 400) throw new Error(`answered ${status}`);
        }
      };
      // The process that dies does nothing by itself, so that each write of it is one that was asked for.
      await world.restart();
      died = await mortal.dies(when, at, all);
      await world.restart();
      await world.app.start();
      // Whoever got no answer sends it again; what was done before changes nothing.
      for (const step of steps) await step();
      const { refunds } = await until(async () => {
        // What a process left undone is looked at again after a pause.
        world.pass(0.1);
        const now = await order(orderId);
        const isOver = now.refunds.length > 0 && now.refunds.every(({ status }) => status === 'succeeded');
        return isOver ? now : undefined;
      });
      expect([at, refunds.map(({ amount, charges }) => [amount, charges?.at(-1)?.payer])]).toEqual([
        at,
        [
          [fen(300), 'supplier'],
          [fen(690), 'supplier'],
        ],
      ]);
      expect(await claims(orderId)).toMatchObject([{ status: 'decided', photoIds }]);
    }
    expect(at).toBeGreaterThan(4);
  },
  120_000,
);

const claims = async (orderId: string) =>
  ((await world.stored(orderId))?.['claims'] ?? []) as { claimId: string }[];
async function claim(orderId: string): Promise<ClaimView> {
  const [one] = await claims(orderId);
  const { body } = await world.send(
    'get',
    `/orders/${orderId}/claims/${one?.claimId ?? 'clm_none'}`,
    operator,
  );
  return body as ClaimView;
}
