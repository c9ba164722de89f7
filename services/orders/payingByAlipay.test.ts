import { alipayShop } from '../../tests/support/orders/alipayShop';
import { fen, shopping } from '../../tests/support/orders/shopping';
import { type OrdersWorld, until } from '../../tests/support/orders/world';

let shop: Awaited<ReturnType<typeof alipayShop>>;
let world: OrdersWorld;
let alipay: (typeof shop)['alipay'];
let { opened, inAlipay, totals } = {} as typeof shop;
beforeAll(async () => {
  shop = await alipayShop();
  ({ world, alipay, opened, inAlipay, totals } = shop);
  await world.app.start();
});
afterAll(() => shop.close());
afterEach(async () => {
  await alipay.control('PUT', '/delivery', { hold: false, duplicate: false, loseNext: 0 });
  await alipay.control('PUT', '/refunds', { mode: 'automatic', shortNext: 0 });
});

const { placed, pay, order, payment, reaches, settled, grant, cancel } = shopping(() => world);
const stateOf = async (orderId: string, paymentId: string) => {
  const attempts = (await world.stored(orderId))?.['attempts'] as { paymentId: string; state: string }[];
  return attempts.find((attempt) => attempt.paymentId === paymentId)?.state;
};
const tradeOf = (paymentId: string) => alipay.query(paymentId);
const loseNotices = () => alipay.control('PUT', '/delivery', { loseNext: 100 });

test('the ways to pay are those that Alipay does there', async () => {
  for (const [host, methods] of [
    ['alipay_mini_program', [{ method: 'alipay' }]],
    ['phone_browser', [{ method: 'alipay' }]],
    ['wechat_browser', []],
  ] as const)
    expect((await world.send('get', `/payment-methods?host=${host}`, 'acc_mei')).body).toEqual({ methods });
});

test('on a page: a decline takes nothing, and what is paid afterwards pays the order at once', async () => {
  const orderId = await placed();
  const { press } = await opened(orderId);
  expect((await payment(orderId)).status).toBe('waiting');
  await press('decline');
  // The shopper finds the page again where they were led to it.
  expect(await payment(orderId)).toMatchObject({ status: 'waiting', step: { kind: 'redirect' } });
  await alipay.control('PUT', '/delivery', { duplicate: true });
  await press('pay');
  expect((await reaches(orderId, 'paid')).payment).toMatchObject({ status: 'captured', captured: fen(990) });
});

test('a notice that is lost is made good by looking', async () => {
  await loseNotices();
  const orderId = await placed();
  await (await opened(orderId)).press('pay');
  expect((await payment(orderId)).status).toBe('captured');
});

test('in Alipay: a code works once, and the repetition of a request needs none', async () => {
  const orderId = await placed();
  const [wish, key] = [await inAlipay(), world.newKey()];
  const first = await pay(orderId, wish, { key });
  expect(first.body.step).toMatchObject({ kind: 'alipay_trade_pay' });
  expect((await pay(orderId, wish, { key })).body.step).toEqual(first.body.step);
  expect((await payment(orderId)).step).toEqual(first.body.step);
  const again = await pay(await placed(), { ...wish, authCode: `${String(wish.authCode)}x` });
  expect([again.status, again.body.code]).toEqual([409, 'PAYER_UNKNOWN']);
  const { tradeNo } = first.body.step as { tradeNo: string };
  expect(await alipay.tradePay(tradeNo, { buyer: 'open-wang' })).toBe('9000');
  await reaches(orderId, 'paid');
});

test('a trade that is given up is closed', async () => {
  const orderId = await placed();
  const { body } = await pay(orderId, await inAlipay());
  await cancel(orderId);
  expect(await tradeOf(body.paymentId!)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
});

describe('a page that was left for another', () => {
  test('and is paid after all, pays the order; the other one is closed', async () => {
    const orderId = await placed();
    const left = await opened(orderId);
    const other = await opened(orderId);
    await other.press('decline');
    await left.press('pay');
    await reaches(orderId, 'paid');
    expect(await stateOf(orderId, left.paymentId)).toBe('paid');
    await until(async () => (await stateOf(orderId, other.paymentId)) === 'given_up');
    expect(await tradeOf(other.paymentId)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
  });

  test('while Alipay could not be asked, and is paid after all, pays the order; the other one is closed', async () => {
    const orderId = await placed();
    const left = await opened(orderId);
    for (const path of ['alipay.trade.query', 'alipay.trade.close'])
      await alipay.control('POST', '/faults', { kind: 'reset_before', count: 1_000, path });
    const other = await opened(orderId);
    expect(await stateOf(orderId, left.paymentId)).toBe('given_up');
    await alipay.control('DELETE', '/faults');
    await left.press('pay');
    await reaches(orderId, 'paid');
    await other.press('pay');
    await until(async () => (await stateOf(orderId, other.paymentId)) === 'given_up');
    expect(await stateOf(orderId, left.paymentId)).toBe('paid');
    world.pass(17);
    await until(async () => (await tradeOf(other.paymentId))['trade_status'] === 'TRADE_CLOSED');
  });

  test('is paid, too: what the order does not need goes back, also when its report is lost', async () => {
    const before = await totals();
    await loseNotices();
    const orderId = await placed();
    const left = await opened(orderId);
    const other = await opened(orderId);
    await other.press('pay');
    expect((await payment(orderId)).status).toBe('captured');
    await left.press('pay');
    world.pass(17);
    await until(async () => (await totals()).refunded === before.refunded + 990);
    expect(await tradeOf(left.paymentId)).toMatchObject({ trade_status: 'TRADE_CLOSED' });
    expect(await tradeOf(other.paymentId)).toMatchObject({ trade_status: 'TRADE_SUCCESS' });
    expect((await order(orderId)).payment).toMatchObject({ status: 'captured', captured: fen(990) });
  });

  test('is never paid: the order ends at its time, and the page with it', async () => {
    const orderId = await placed();
    const { press, paymentId } = await opened(orderId);
    world.pass(16);
    await reaches(orderId, 'expired');
    await press('pay');
    expect(await tradeOf(paymentId)).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
  });
});

describe('a refund', () => {
  const paid = async () => {
    const orderId = await placed();
    const { press } = await opened(orderId);
    await press('pay');
    await reaches(orderId, 'paid');
    return orderId;
  };

  test('in parts goes back to the wallet', async () => {
    const orderId = await paid();
    for (const amount of [300, 200]) await grant(orderId, amount);
    const { refunds } = await settled(orderId);
    expect(refunds.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
  });

  test('that is held is known when Alipay tells, and when nobody tells', async () => {
    await alipay.control('PUT', '/refunds', { mode: 'held' });
    for (const told of [true, false]) {
      const orderId = await paid();
      if (!told) await loseNotices();
      const { body } = await grant(orderId, 300);
      const { refundId } = body.refunds[0]!;
      const [{ paymentId }] = (await world.stored(orderId))?.['attempts'] as [{ paymentId: string }];
      await until(async () => {
        const settlement = { request: refundId, outcome: 'succeeded' };
        return (await alipay.control('POST', `/trades/${paymentId}/settle`, settlement)).status === 200;
      });
      if (!told) world.pass(2);
      await settled(orderId);
    }
  });
});

test('a notice that is forged, or for another merchant, changes nothing', async () => {
  const orderId = await placed();
  const { paymentId } = (await pay(orderId, await inAlipay())).body;
  await alipay.exec('alipay.trade.close', { out_trade_no: paymentId });
  const { body } = await alipay.control('GET', '/notices');
  const { id } = (body as { notices: { id: string; trade: string }[] }).notices.find(
    ({ trade }) => trade === paymentId,
  )!;
  await until(async () => (await stateOf(orderId, paymentId!)) === 'given_up');
  const before = JSON.stringify(await world.stored(orderId));
  for (const forgery of [
    { as: 'signature' },
    { as: 'content', changes: { app_id: '9900000000000000' } },
    { as: 'content', changes: { seller_id: '9900000000000000' } },
    { as: 'content', changes: { total_amount: '0.01' } },
  ]) {
    const { body: answer } = await alipay.control('POST', `/notices/${id}/forge`, forgery);
    expect([answer['status'], String(answer['text'])]).toEqual([
      400,
      expect.stringContaining('WEBHOOK_REFUSED'),
    ]);
  }
  expect(JSON.stringify(await world.stored(orderId))).toBe(before);
});
