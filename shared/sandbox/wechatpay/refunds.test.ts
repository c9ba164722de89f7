import { handClock, temporaryFolder, until } from '../kit/support';
import { openStore } from './state/store';
import { startWechatPay } from './support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startWechatPay>>;
beforeAll(async () => {
  on = await startWechatPay({ now: clock.now });
});
afterAll(() => on.close());
beforeEach(() => on.control('PUT', '/refunds', { mode: 'held' }));

let ids = 0;
const newId = () => `refund-${(ids += 1)}`;
const status = async (id: string) =>
  (await on.call('GET', `/v3/refund/domestic/refunds/${id}`)).body['status'];
const settle = (id: string, outcome: string) => on.control('POST', `/refunds/${id}/settle`, { outcome });

it('goes back in parts, never more than was paid', async () => {
  const { number } = await on.paid();
  const [first, second] = [newId(), newId()];
  const answer = await on.refund(number, first, { refund: 1000 }, { reason: '少了一个' });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    refund_id: expect.stringMatching(/^50\d{8}20261130\d{11}$/),
    out_refund_no: first,
    transaction_id: (await on.query(number)).body['transaction_id'],
    out_trade_no: number,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: '2026-11-30T16:00:00+08:00',
    status: 'PROCESSING',
    funds_account: 'UNSETTLED',
    amount: {
      total: 1234,
      refund: 1000,
      from: [],
      payer_total: 1234,
      payer_refund: 1000,
      settlement_refund: 1000,
      settlement_total: 1234,
      discount_refund: 0,
      currency: 'CNY',
      refund_fee: 0,
    },
    promotion_detail: [],
  });
  expect(await on.refund(number, second, { refund: 235 })).toMatchObject({
    status: 400,
    body: { code: 'INVALID_REQUEST', message: '累计退款金额大于支付金额' },
  });
  expect((await on.refund(number, second, { refund: 234 })).status).toBe(200);
  expect(await on.refund(number, newId(), { refund: 1 })).toMatchObject({
    body: { message: '订单已全额退款' },
  });
  expect((await on.query(number)).body['trade_state']).toBe('REFUND');
  await settle(first, 'SUCCESS');
  const ended = await on.call('GET', `/v3/refund/domestic/refunds/${first}`);
  expect(ended.body).toMatchObject({ status: 'SUCCESS', success_time: '2026-11-30T16:00:00+08:00' });
});

it('is one refund under one number', async () => {
  const { number } = await on.paid();
  const id = newId();
  const [one, other] = await Promise.all([1, 2].map(() => on.refund(number, id, { refund: 500 })));
  expect(one!.body).toEqual(other!.body);
  const changed = [
    await on.refund(number, id, { refund: 501 }),
    await on.refund((await on.paid()).number, id, { refund: 500 }),
    await on.refund(number, newId(), { refund: 500, total: 1233 }),
  ];
  for (const answer of changed)
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
});

it('needs a payment, and money to pay it from', async () => {
  const open = await on.jsapi();
  expect(await on.refund(open.number, newId(), { refund: 1 })).toMatchObject({
    status: 403,
    body: { code: 'TRADE_ERROR' },
  });
  expect(await on.refund('nothing-here', newId(), { refund: 1 })).toMatchObject({
    status: 404,
    body: { code: 'RESOURCE_NOT_EXISTS' },
  });
  expect(await on.call('GET', '/v3/refund/domestic/refunds/nothing')).toMatchObject({
    status: 404,
    body: { code: 'RESOURCE_NOT_EXISTS' },
  });
  const { number } = await on.paid();
  await on.control('PUT', '/refunds', { shortNext: 1 });
  const id = newId();
  expect(await on.refund(number, id, { refund: 1 })).toMatchObject({
    status: 403,
    body: { code: 'NOT_ENOUGH' },
  });
  expect((await on.refund(number, id, { refund: 1 })).status).toBe(200);
  for (const amount of [{ refund: 0 }, { refund: 1, currency: 'USD' }, {}])
    expect(await on.refund(number, newId(), amount)).toMatchObject({ body: { code: 'PARAM_ERROR' } });
});

it('may be closed, and then be asked for under another number', async () => {
  const { number } = await on.paid();
  const id = newId();
  await on.refund(number, id, { refund: 1234 });
  await settle(id, 'CLOSED');
  expect(await status(id)).toBe('CLOSED');
  expect((await on.refund(number, newId(), { refund: 1234 })).status).toBe(200);
  expect((await settle(id, 'SUCCESS')).status).toBe(403);
});

it('may fail at the card, and then go somewhere else', async () => {
  const { number } = await on.paid();
  const id = newId();
  const { body } = await on.refund(number, id, { refund: 1234 });
  const elsewhere = (more: object = {}) =>
    on.call('POST', `/v3/refund/domestic/refunds/${String(body['refund_id'])}/apply-abnormal-refund`, {
      out_refund_no: id,
      type: 'MERCHANT_BANK_CARD',
      ...more,
    });
  expect(await elsewhere()).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  await settle(id, 'ABNORMAL');
  expect(await status(id)).toBe('ABNORMAL');
  expect((await on.refund(number, newId(), { refund: 1 })).status).toBe(400);
  expect((await elsewhere({ type: 'USER_BANK_CARD' })).status).toBe(400);
  expect((await elsewhere()).body['status']).toBe('PROCESSING');
  await settle(id, 'SUCCESS');
  expect(await status(id)).toBe('SUCCESS');
});

it('ends by itself, well or badly', async () => {
  await on.control('PUT', '/refunds', { mode: 'automatic', delayMs: 60_000, failNext: 1, failAs: 'CLOSED' });
  const { number } = await on.paid();
  const [bad, good] = [newId(), newId()];
  await on.refund(number, bad, { refund: 100 });
  await on.refund(number, good, { refund: 200 });
  expect([await status(bad), await status(good)]).toEqual(['PROCESSING', 'PROCESSING']);
  clock.passes(60_000);
  await until(async () => (await status(good)) === 'SUCCESS');
  expect(await status(bad)).toBe('CLOSED');
  const { body } = await on.control('GET', '/totals');
  const totals = body['totals'] as Record<string, number>;
  expect(totals['balance']).toBe(totals['paid']! - totals['refunded']!);
});

it('ends when its second way is through, not when the first would have been', async () => {
  await on.control('PUT', '/refunds', { mode: 'automatic', delayMs: 60_000 });
  const { number } = await on.paid();
  const id = newId();
  const { body } = await on.refund(number, id, { refund: 1234 });
  clock.passes(10_000);
  await settle(id, 'ABNORMAL');
  clock.passes(10_000);
  await on.call('POST', `/v3/refund/domestic/refunds/${String(body['refund_id'])}/apply-abnormal-refund`, {
    out_refund_no: id,
    type: 'MERCHANT_BANK_CARD',
  });
  clock.passes(40_000);
  await on.control('GET', '/totals');
  expect(await status(id)).toBe('PROCESSING');
  clock.passes(20_000);
  await until(async () => (await status(id)) === 'SUCCESS');
});

it('does nothing when its time comes after its order was forgotten', async () => {
  const place = await temporaryFolder();
  const store = await openStore(place.folder);
  store.put('refund', {
    id: 'r-left',
    refundId: '50',
    trade: 'forgotten',
    created: clock.now().getTime(),
    amount: 1,
    reason: null,
    notifyUrl: null,
    state: { status: 'PROCESSING', settles: { at: clock.now().getTime() + 1000, outcome: 'SUCCESS' } },
  });
  await store.commit();
  await store.close();
  const other = await startWechatPay({ now: clock.now, folder: place.folder });
  clock.passes(1000);
  // An error that nobody caught would fail this test by itself.
  expect((await other.call('GET', '/v3/refund/domestic/refunds/r-left')).status).toBe(404);
  await other.close();
  await place.remove();
});

it('is found by the number that WeChat Pay gave the payment', async () => {
  const { number } = await on.paid();
  const transaction = (await on.query(number)).body['transaction_id'];
  const refund = (more: object) =>
    on.call('POST', '/v3/refund/domestic/refunds', {
      transaction_id: transaction,
      out_refund_no: newId(),
      amount: { refund: 1, total: 1234, currency: 'CNY' },
      ...more,
    });
  expect((await refund({})).body['out_trade_no']).toBe(number);
  expect((await refund({ out_trade_no: (await on.paid()).number })).status).toBe(400);
  expect((await refund({ transaction_id: undefined })).body['code']).toBe('PARAM_ERROR');
});
