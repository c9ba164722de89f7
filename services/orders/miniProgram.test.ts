import { settingsOfStandIn } from './clients/wechatpay/standIn';
import { type Server } from 'node:http';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { createWechatSandbox } from '#shared/sandbox/wechat/createWechatSandbox';
import { quiet } from '#shared/sandbox/kit/support';
import { startWechatPay } from '#shared/sandbox/wechatpay/support';
import { afterCutoff } from '../../tests/support/orders/afterCutoff';
import { shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

const app = { appid: 'wx0000000000000001', secret: 'secret of the app' };
const { place, placed, cancel, order, reaches } = shopping(() => world);
const { passCutoff, frozen, depart, receive } = afterCutoff(() => world);

let world: OrdersWorld;
let pay: Awaited<ReturnType<typeof startWechatPay>>;
let wechat: Server;
/** Whether WeChat cannot be asked. */
let away = false;
const told: string[] = [];

/** Orders with WeChat Pay alone: nobody has signed in by WeChat here, so each pays by a login code, which is the openid. */
beforeAll(async () => {
  const now = () => world.now();
  pay = await startWechatPay({ now });
  const platform = createWechatSandbox({ ...app, now, log: quiet, findPayment: pay.sandbox.findPayment });
  wechat = await listen(
    (req, res) => {
      if (away) return void req.socket.destroy();
      if (req.url?.startsWith('/wxa/sec/order/upload')) told.push(req.url);
      platform.app(req, res);
    },
    0,
    '127.0.0.1',
  );
  world = await ordersWorld({
    payments: {
      publicUrl: 'https://shop.example',
      wechatpay: {
        ...settingsOfStandIn(pay.keys, pay.url),
        platform: {
          apiUrl: `http://127.0.0.1:${portOf(wechat)}`,
          appId: app.appid,
          appSecret: app.secret,
        },
      },
    },
  });
  await world.app.start();
});
afterAll(async () => {
  await world.close();
  await pay.close();
  await closeGracefully(wechat, { timeoutMs: 200 });
});

const handoverOf = async (orderId: string) =>
  ((await world.stored(orderId)) as { payment?: { handover?: string } } | null)?.payment?.handover;

/** Pays in the mini program, by the window that `wx.requestPayment` opens. */
async function paidInWechat(): Promise<string> {
  const orderId = await placed();
  const begun = await world.send('post', `/orders/${orderId}/payments`, 'acc_mei', {
    body: { method: 'wechat_pay', host: 'wechat_mini_program', loginCode: 'o-wang' },
    key: world.newKey(),
  });
  expect(begun.status).toBe(201);
  const { kind, ...parameters } = begun.body.step as Record<string, string>;
  expect(kind).toBe('wechat_request_payment');
  const said = await pay.control('POST', '/requestPayment', { ...parameters, openid: 'o-wang' });
  expect(said.body['errMsg']).toBe('requestPayment:ok');
  const seen = await world.send('get', `/orders/${orderId}/payment`, 'acc_mei');
  expect(seen.body.status).toBe('captured');
  return orderId;
}

test('who is not known to WeChat does not begin to pay', async () => {
  const orderId = await placed();
  const begun = await world.send('post', `/orders/${orderId}/payments`, 'acc_mei', {
    body: { method: 'wechat_pay', host: 'wechat_mini_program' },
    key: world.newKey(),
  });
  expect([begun.status, begun.body.code]).toEqual([409, 'PAYER_UNKNOWN']);
  expect((await world.stored(orderId))?.['attempts']).toEqual([]);
});

test('in WeChat’s browser people pay in the name of the official account; who is not known to it does not begin', async () => {
  const who = 'acc_visitor';
  const offered = await world.send('get', '/payment-methods?host=wechat_browser', who);
  expect(offered.body).toEqual({ methods: [{ method: 'wechat_pay' }] });
  const begin = (orderId: string, by: string) =>
    world.send('post', `/orders/${orderId}/payments`, by, {
      body: { method: 'wechat_pay', host: 'wechat_browser' },
      key: world.newKey(),
    });
  expect((await begin(await placed(), 'acc_mei')).body.code).toBe('PAYER_UNKNOWN');

  const { orderId } = (await place(undefined, { who })).body;
  const { kind, ...parameters } = (await begin(orderId, who)).body.step as Record<string, string>;
  expect([kind, parameters['appId']]).toEqual(['wechat_request_payment', pay.keys.appids.officialAccount]);
  const sheet = async (more: object) =>
    (await pay.control('POST', '/requestPayment', { ...parameters, openid: 'o-visitor', ...more })).body[
      'err_msg'
    ];
  expect(await sheet({ decision: 'cancel' })).toBe('get_brand_wcpay_request:cancel');
  expect((await world.send('get', `/orders/${orderId}/payment`, who)).body.status).toBe('waiting');
  expect(await sheet({ openid: 'o-somebody' })).toBe('get_brand_wcpay_request:fail');
  expect(await sheet({})).toBe('get_brand_wcpay_request:ok');
  expect((await world.send('get', `/orders/${orderId}/payment`, who)).body.status).toBe('captured');
  // WeChat freezes only what is paid in the mini program.
  expect(await handoverOf(orderId)).toBeUndefined();
  expect((await cancel(orderId, who)).status).toBe(200);
});

test('WeChat is told, once, when the goods are there; while it is away, later', async () => {
  const orders = [await paidInWechat(), await paidInWechat()];
  expect(await Promise.all(orders.map(handoverOf))).toEqual(['owed', 'owed']);
  passCutoff();
  const { consolidationId } = await frozen();
  world.pass(600);
  await depart(consolidationId);
  away = true;
  await receive(consolidationId, { apples: 2, pakchoi: 2 });
  for (const orderId of orders) await reaches(orderId, 'ready');
  expect(told).toEqual([]);
  away = false;
  await until(async () => {
    world.pass(1);
    return (await Promise.all(orders.map(handoverOf))).every((state) => state === 'told');
  });
  expect(told).toHaveLength(2);
  expect((await order(orders[0]!)).status).toBe('ready');
});
