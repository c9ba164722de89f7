import type { Server } from 'node:http';
import { closeGracefully, listen, portOf } from '../../kit/process/listen';
import { DAY_MS } from '../kit/beijing';
import { handClock, quiet } from '../kit/support';
import { createWechatSandbox } from './createWechatSandbox';
import type { KnownPayment } from './shipping';

const clock = handClock('2026-11-30T08:00:00Z');
const app = { appid: 'wx1234', secret: 'app-secret' };
const payments = new Map<string, KnownPayment>();
let server: Server;
let url: string;

beforeAll(async () => {
  const sandbox = createWechatSandbox({
    ...app,
    now: clock.now,
    log: quiet,
    findPayment: (number) =>
      [...payments.values()].find((one) =>
        'outTradeNo' in number
          ? one.outTradeNo === number.outTradeNo
          : one.transactionId === number.transactionId,
      ) ?? null,
  });
  server = await listen(sandbox.app, 0, '127.0.0.1');
  url = `http://127.0.0.1:${portOf(server)}`;
});
afterAll(() => closeGracefully(server, { timeoutMs: 200 }));

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers });
  return (await answer.json()) as Record<string, unknown>;
}
async function withToken(path: string, body: object) {
  const { access_token: token } = await post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    ...app,
  });
  return post(`/wxa/sec/order/${path}?access_token=${String(token)}`, body);
}
const bearer = { authorization: `Bearer ${app.secret}` };
const frozen = async (id: string) =>
  ((await (await fetch(`${url}/_sandbox/orders/${id}`, { headers: bearer })).json()) as { frozen: boolean })
    .frozen;

let numbers = 0;
function paid(more: Partial<KnownPayment> = {}): KnownPayment {
  const number = (numbers += 1);
  const at = clock.now().getTime();
  const payment = {
    transactionId: `4200-${number}`,
    outTradeNo: `order-${number}`,
    mchid: '9900000001',
    openid: 'o-wang',
    description: '一箱苹果',
    total: 1234,
    refunded: 0,
    created: at - 60_000,
    paid: at,
    ...more,
  };
  payments.set(payment.transactionId, payment);
  return payment;
}
const uploadTime = () => clock.now().toISOString();
const ship = ({ transactionId, openid }: KnownPayment, more: object = {}) =>
  withToken('upload_shipping_info', {
    order_key: { order_number_type: 2, transaction_id: transactionId },
    logistics_type: 4,
    delivery_mode: 1,
    shipping_list: [{ item_desc: '一箱苹果' }],
    upload_time: uploadTime(),
    payer: { openid },
    ...more,
  });
const order = (payment: KnownPayment) =>
  withToken('get_order', { transaction_id: payment.transactionId }).then((answer) => answer['order']);

it('keeps money frozen until it was shipped and received', async () => {
  const payment = paid();
  expect(await order(payment)).toMatchObject({
    transaction_id: payment.transactionId,
    merchant_id: '9900000001',
    merchant_trade_no: payment.outTradeNo,
    paid_amount: 1234,
    openid: 'o-wang',
    pay_time: payment.paid / 1000,
    order_state: 1,
    in_complaint: false,
    shipping: {},
  });
  expect(await frozen(payment.transactionId)).toBe(true);
  expect(await ship(payment)).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(await order(payment)).toMatchObject({
    order_state: 2,
    shipping: {
      delivery_mode: 1,
      logistics_type: 4,
      finish_shipping: true,
      finish_shipping_count: 1,
      goods_desc: '一箱苹果',
      shipping_list: [{ goods_desc: '一箱苹果', upload_time: payment.paid / 1000 }],
    },
  });
  expect(await frozen(payment.transactionId)).toBe(true);
  const confirmed = await post(`/_sandbox/orders/${payment.transactionId}/confirm`, {}, bearer);
  expect([confirmed, await order(payment)]).toMatchObject([{ frozen: false }, { order_state: 3 }]);
  clock.passes(1000);
  expect(await ship(payment)).toMatchObject({ errcode: 10060004 });
});

it('counts what was shipped as received after a while', async () => {
  const payment = paid();
  await ship(payment);
  clock.passes(10 * DAY_MS);
  expect([await order(payment), await frozen(payment.transactionId)]).toMatchObject([
    { order_state: 3 },
    false,
  ]);
});

it('may be corrected once, by a later message', async () => {
  const payment = paid();
  await ship(payment);
  expect(await ship(payment)).toMatchObject({ errcode: 10060023, errmsg: '发货信息未更新' });
  clock.passes(1000);
  expect(await ship(payment, { logistics_type: 2 })).toMatchObject({ errcode: 0 });
  expect(await order(payment)).toMatchObject({ shipping: { logistics_type: 2, finish_shipping_count: 2 } });
  clock.passes(1000);
  expect(await ship(payment)).toMatchObject({ errcode: 10060003, errmsg: '支付单已使用重新发货机会' });
});

it('knows an order by the shop’s own number', async () => {
  const payment = paid();
  const key = { order_number_type: 1, mchid: payment.mchid, out_trade_no: payment.outTradeNo };
  expect(await ship(payment, { order_key: key })).toMatchObject({ errcode: 0 });
  const asked = await withToken('get_order', {
    merchant_id: payment.mchid,
    merchant_trade_no: payment.outTradeNo,
  });
  expect(asked).toMatchObject({ errcode: 0, order: { order_state: 2 } });
});

it.each([
  [{ order_key: { order_number_type: 2, transaction_id: 'nothing' } }, 10060001],
  [{ order_key: { order_number_type: 1, mchid: '9900000009', out_trade_no: 'order-1' } }, 10060001],
  [{ order_key: { order_number_type: 1 } }, 268485194],
  [{ order_key: { order_number_type: 2 } }, 268485195],
  [{ payer: { openid: 'o-li' } }, 10060031],
  [{ logistics_type: 9 }, 10060005],
  [{ delivery_mode: 3 }, 268485224],
  [{ delivery_mode: 2 }, 10060006],
  [{ delivery_mode: 2, logistics_type: 1 }, 10060007],
  [{ logistics_type: 1 }, 10060014],
  [{ shipping_list: [{}] }, 10060008],
  [{ shipping_list: [{ item_desc: 'x'.repeat(121) }] }, 10060009],
  [{ shipping_list: [{ item_desc: 'a' }, { item_desc: 'b' }] }, 10060024],
  [{ upload_time: 'now' }, 268485216],
  [{ payer: undefined }, 10060014],
])('refuses %j', async (changes, errcode) => {
  const payment = paid();
  expect(await ship(payment, changes)).toMatchObject({ errcode });
  expect(await order(payment)).toMatchObject({ order_state: 1 });
});

it('is no duty for what was refunded', async () => {
  const payment = paid({ refunded: 1234 });
  expect(await order(payment)).toMatchObject({ order_state: 5 });
  expect(await ship(payment)).toMatchObject({ errcode: 10060004 });
  expect(await frozen(payment.transactionId)).toBe(false);
});

it('may hear of a payment only a little later', async () => {
  await post('/_sandbox/shipping', { knownAfterMs: 10_000 }, bearer);
  const payment = paid();
  expect(await ship(payment)).toMatchObject({ errcode: 10060001, errmsg: '支付单不存在' });
  clock.passes(10_000);
  expect(await ship(payment)).toMatchObject({ errcode: 0 });
  await post('/_sandbox/shipping', { knownAfterMs: 0 }, bearer);
});
