import { type Server } from 'node:http';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { createWechatSandbox } from '#shared/sandbox/wechat/createWechatSandbox';
import { quiet } from '#shared/sandbox/kit/support';
import { type Handover, type IntentWish } from '../paymentProvider';
import { startPaying, unavailable } from '../../../../tests/support/orders/wechatPayClient';

const app = { appid: 'wx0000000000000001', secret: 'secret of the app' };
let shop: Awaited<ReturnType<typeof startPaying>>;
let server: Server;
let url: string;
/** Of the calls to WeChat, the next ones fail like this. */
let errors: number[] = [];
const asked: string[] = [];

beforeAll(async () => {
  const sandbox = createWechatSandbox({
    ...app,
    now: () => shop.clock.now(),
    log: quiet,
    findPayment: (number) => shop.on.sandbox.findPayment(number),
  });
  server = await listen(
    (req, res) => {
      asked.push((req.url ?? '').replace(/\?.*/, ''));
      const errcode = (req.url ?? '').startsWith('/wxa/sec') ? errors.shift() : undefined;
      if (errcode === undefined) sandbox.app(req, res);
      else if (errcode === 0) req.socket.destroy();
      else res.end(JSON.stringify({ errcode, errmsg: 'as told by the test' }));
    },
    0,
    '127.0.0.1',
  );
  url = `http://127.0.0.1:${portOf(server)}`;
  shop = await startPaying({ platform: { apiUrl: url, appId: app.appid, appSecret: app.secret } });
});
afterAll(async () => {
  await shop.close();
  await closeGracefully(server, { timeoutMs: 200 });
});
beforeEach(() => {
  errors = [];
  asked.splice(0);
});

const handoverOf = ({ paymentId }: IntentWish, more: Partial<Handover> = {}): Handover => ({
  ...{ intentId: paymentId, payer: 'o-wang', way: 'pickup', goods: ['苹果', '小白菜'] },
  at: shop.clock.now(),
  ...more,
});
const tell = (handover: Handover) => shop.payments.handover!.tell(handover);
const uploads = () => asked.filter((path) => path.endsWith('upload_shipping_info')).length;
const call = async (path: string, body: object) => {
  const answer = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
};
const shippingOf = async ({ paymentId }: IntentWish) => {
  const { access_token: token } = await call('/cgi-bin/stable_token', {
    ...app,
    grant_type: 'client_credential',
  });
  const key = { merchant_id: shop.on.keys.mchid, merchant_trade_no: paymentId };
  const answer = await call(`/wxa/sec/order/get_order?access_token=${String(token)}`, key);
  return (answer as { order: { shipping: Record<string, unknown> } }).order.shipping;
};

it.each([
  ['pickup', 4],
  ['door', 2],
] as const)('WeChat is told once that the goods are there: %s', async (way, logistics) => {
  const wish = await shop.paid();
  const handover = handoverOf(wish, { way });
  expect([await tell(handover), await tell(handover)]).toEqual(['told', 'told']);
  expect(uploads()).toBe(1);
  expect(await shippingOf(wish)).toMatchObject({
    logistics_type: logistics,
    finish_shipping_count: 1,
    goods_desc: '苹果、小白菜',
  });
});

it('is told once by two at a time', async () => {
  const wish = await shop.paid();
  const handover = handoverOf(wish);
  expect(await Promise.all([tell(handover), tell(handover)])).toEqual(['told', 'told']);
  expect(await shippingOf(wish)).toMatchObject({ finish_shipping_count: 1 });
});

it('waits until WeChat has heard of the payment, can be asked, and takes its word', async () => {
  const wish = await shop.paid();
  const handover = handoverOf(wish, { goods: Array<string>(99).fill('苹果') });
  for (const error of [10060001, -1, 45009, 0]) {
    errors = [error];
    await expect(tell(handover)).rejects.toEqual(unavailable);
  }
  expect(uploads()).toBe(0);
  errors = [40001];
  expect(await tell(handover)).toBe('told');
  expect(String((await shippingOf(wish))['goods_desc'])).toHaveLength(120);
});

it('is over where the money went back, or WeChat knows another payer', async () => {
  const back = await shop.paid();
  await shop.payments.refund(shop.refundOf(back, { fen: 1234 }));
  expect(await tell(handoverOf(back))).toBe('told');
  expect(uploads()).toBe(0);
  expect(await tell(handoverOf(await shop.paid(), { payer: 'o-li' }))).toBe('refused');
});

it('is owed for the mini program alone, where its secret is known', async () => {
  const hosts = ['wechat_mini_program', 'wechat_browser', 'phone_browser', 'desktop_browser'] as const;
  const owed = hosts.filter((host) => shop.payments.handover!.isOwed({ method: 'wechat_pay', host }));
  expect(owed).toEqual(['wechat_mini_program']);
  expect(shop.payments.handover!.isOwed({ method: 'card' })).toBe(false);
  const other = await startPaying();
  expect(other.payments.handover).toBeUndefined();
  await other.close();
  const log = shop.lines.join();
  expect(log).not.toContain(app.secret);
  expect(log).not.toContain('o-wang');
});
