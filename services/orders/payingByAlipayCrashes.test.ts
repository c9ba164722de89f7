import { alipayShop } from '../../tests/support/orders/alipayShop';
import { dying, type Pairs, type Tell } from '../../tests/support/orders/dying';
import { shopping } from '../../tests/support/orders/shopping';
import { type OrdersWorld } from '../../tests/support/orders/world';

let shop: Awaited<ReturnType<typeof alipayShop>>;
let world: OrdersWorld;
const act = shopping(() => world);
const { pay, cancel, order, payment, grant } = act;
const { setUp, begin, atAnyStep } = dying(() => world, act);

beforeAll(async () => {
  shop = await alipayShop();
  ({ world } = shop);
  world.catalog.cycle.cutoffAt = '2026-03-31T15:00:00.000Z';
  setUp();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await shop.close();
});

const attemptsOf = async (orderId: string) =>
  ((await world.stored(orderId))?.['attempts'] ?? []) as { paymentId: string }[];
/** What the buyer does in Alipay. */
const payInAlipay = async (orderId: string) => {
  const last = (await attemptsOf(orderId)).at(-1);
  await shop.alipay.control('POST', `/trades/${last?.paymentId ?? 'nothing'}/pay`);
};

const stories: Record<string, Tell> = {
  'paid in Alipay, then cancelled': (story) => [
    () => begin(story),
    async () => pay(story.orderId!, await shop.inAlipay()),
    () => payInAlipay(story.orderId!),
    () => payment(story.orderId!),
    () => cancel(story.orderId!),
  ],
  'paid in Alipay, a refund in part': (story) => [
    () => begin(story),
    async () => pay(story.orderId!, await shop.inAlipay()),
    () => payInAlipay(story.orderId!),
    () => grant(story.orderId!, 300),
  ],
  'a page, then another, and both are paid': (story) => {
    const presses: (() => Promise<unknown>)[] = [];
    const open = async () => {
      const { press } = await shop.opened(story.orderId!);
      presses.push(() => press('pay'));
    };
    return [() => begin(story), open, open, ...[1, 0].map((at) => async () => presses[at]?.())];
  },
};

/** The money of the order's trades, as Alipay has it and as the order says. */
async function money(orderId: string): Promise<Pairs> {
  const now = await order(orderId);
  const paid = await Promise.all(
    (await attemptsOf(orderId)).map(async ({ paymentId }) => {
      const trade = await shop.alipay.query(paymentId);
      return trade['send_pay_date'] === undefined || (await strayOf(paymentId)) ? 0 : 990;
    }),
  );
  const refunded = await Promise.all(
    now.refunds.map(({ refundId, amount }) => refundOf(orderId, refundId, amount.amount)),
  );
  return {
    taken: [paid.reduce((sum: number, one) => sum + one, 0), now.payment.captured?.amount ?? 0],
    returned: [refunded, now.refunds.map(({ way }) => way === 'returned')],
  };
}

/** Whether all of a trade went back because no order needed it. */
const strayOf = async (paymentId: string): Promise<boolean> =>
  await isRefunded(paymentId, `stray_${paymentId}`, 990);

const refundOf = async (orderId: string, refundId: string, fen: number): Promise<boolean> =>
  (
    await Promise.all(
      (await attemptsOf(orderId)).map(({ paymentId }) => isRefunded(paymentId, refundId, fen)),
    )
  ).includes(true);

async function isRefunded(paymentId: string, request: string, fen: number): Promise<boolean> {
  const answer = await shop.alipay.exec('alipay.trade.fastpay.refund.query', {
    ...{ out_trade_no: paymentId, out_request_no: request },
  });
  return answer['refund_status'] === 'REFUND_SUCCESS' && Number(answer['refund_amount']) * 100 === fen;
}

describe.each(Object.entries(stories))('%s', (_, tell) => {
  test('dying at any step leaves money, stock and events whole', () => atAnyStep(tell, money), 120_000);
});
