import { dying, type Pairs, type Tell } from '../../tests/support/orders/dying';
import { shopping, visa } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld } from '../../tests/support/orders/world';

let world: OrdersWorld;
const act = shopping(() => world);
const { pay, cancel, order, payment, grant, payByHand, intentsOf } = act;
const { setUp, begin, atAnyStep } = dying(() => world, act);

beforeAll(async () => {
  world = await ordersWorld();
  world.catalog.cycle.cutoffAt = '2026-03-31T15:00:00.000Z';
  await world.listenToStripe();
  setUp();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await world.close();
});

const stories: Record<string, Tell> = {
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

/** The order's money, as Stripe has it and as the order says. */
async function money(orderId: string): Promise<Pairs> {
  const now = await order(orderId);
  const intents = await intentsOf(orderId);
  const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
  const refunds = await Promise.all(
    intents.map(({ id }) => world.sandbox.stripe.refunds.list({ payment_intent: id })),
  );
  const returned = now.refunds.filter(({ way }) => way === 'returned');
  return {
    taken: [sum(intents.map(({ amount_received }) => amount_received)), now.payment.captured?.amount ?? 0],
    held: [
      sum(intents.map(({ amount_capturable }) => amount_capturable)),
      now.payment.status === 'authorised' ? now.payment.amount.amount : 0,
    ],
    returned: [
      sum(refunds.flatMap(({ data }) => data.map(({ amount }) => amount))),
      sum(returned.map(({ amount }) => amount.amount)),
    ],
  };
}

describe.each(Object.entries(stories))('%s', (_, tell) => {
  test('dying at any step leaves money, stock and events whole', () => atAnyStep(tell, money), 120_000);
});
