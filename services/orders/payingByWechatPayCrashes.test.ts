import { dying, type Pairs, type Story, type Tell } from '../../tests/support/orders/dying';
import { type Attempt } from '../../tests/support/orders/providers/driver';
import { providerWorld } from '../../tests/support/orders/providers/providerWorld';
import { shopping, visa } from '../../tests/support/orders/shopping';

let on: Awaited<ReturnType<typeof providerWorld>>;
/** What the provider had taken and given back before the story began. */
let before: Awaited<ReturnType<typeof on.driver.money>>;
const act = shopping(() => on.world);
const { pay, cancel, order, payment, grant } = act;
const { setUp, begin, atAnyStep } = dying(() => on.world, act);

beforeAll(async () => {
  on = await providerWorld('wechatpay');
  on.world.catalog.cycle.cutoffAt = '2026-03-31T15:00:00.000Z';
  setUp();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await on.close();
});

const start = (story: Story) => async () => {
  before = await on.driver.money();
  await begin(story);
};
const byCode = async (story: Story) => pay(story.orderId!, await on.driver.wish());
/** What the shopper does in WeChat with the code of the last attempt. */
async function payInWechat({ orderId }: Story): Promise<void> {
  const attempts = (await on.world.stored(orderId!))?.['attempts'] as readonly Attempt[];
  const last = attempts.at(-1);
  if (last) await on.driver.payByHand(last);
}

const stories: Record<string, Tell> = {
  'paid by a code, then cancelled': (story) => [
    start(story),
    () => byCode(story),
    () => payInWechat(story),
    () => payment(story.orderId!),
    () => cancel(story.orderId!),
  ],
  'paid by a code, a refund in part': (story) => [
    start(story),
    () => byCode(story),
    () => payInWechat(story),
    () => grant(story.orderId!, 300),
  ],
  'a code that was never told, left for a card': (story) => [
    start(story),
    () => on.driver.away(true, 'silent'),
    () => byCode(story),
    () => pay(story.orderId!, visa),
    () => on.driver.away(false),
    () => payInWechat(story),
    () => payment(story.orderId!),
  ],
  'a code that is paid while a card is asked for': (story) => [
    start(story),
    () => byCode(story),
    () => Promise.all([payInWechat(story), pay(story.orderId!, visa)]),
    () => cancel(story.orderId!),
  ],
};

/** The money of the order that WeChat Pay kept, as it has it and as the order says. */
async function money(orderId: string): Promise<Pairs> {
  const now = await order(orderId);
  const { taken, returned } = await on.driver.money();
  const byWechat = now.payment.method === 'wechat_pay';
  const captured = byWechat ? (now.payment.captured?.amount ?? 0) : 0;
  const back = now.refunds.filter(({ way }) => way === 'returned').map(({ amount }) => amount.amount);
  return {
    kept: [
      taken - before.taken - (returned - before.returned),
      captured - (byWechat ? back.reduce((sum, fen) => sum + fen, 0) : 0),
    ],
  };
}

describe.each(Object.entries(stories))('%s', (_, tell) => {
  test('dying at any step leaves money, stock and events whole', () => atAnyStep(tell, money), 120_000);
});
