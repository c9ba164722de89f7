import { type PaymentHost } from '#shared/contracts/orders/paymentViews';
import { newId } from '#shared/kit/ids';
import { type IntentWish, type PaymentProvider } from '../paymentProvider';
import { wechatPayments } from './wechatPayments';
import { startPaying, unavailable } from '../../../../tests/support/orders/wechatPayClient';

let shop: Awaited<ReturnType<typeof startPaying>>;
beforeAll(async () => {
  shop = await startPaying();
});
afterAll(() => shop.close());

const begin = async (host: PaymentHost, more: Partial<IntentWish> = {}) => {
  const wish = shop.wishIn(host, more);
  const intent = await shop.payments.begin(wish);
  return { wish, intent, step: intent?.outcome.kind === 'waiting' ? intent.outcome.step : undefined };
};
const pay = (paymentId: string) => shop.on.control('POST', `/trades/${paymentId}/pay`);

describe('in WeChat', () => {
  it('is paid by requestPayment', async () => {
    const { wish, intent, step } = await begin('wechat_mini_program');
    const { paymentId } = wish;
    expect(intent).toEqual({
      provider: 'wechatpay',
      intentId: paymentId,
      paymentId,
      amountFen: 1234,
      outcome: {
        kind: 'waiting',
        step: {
          kind: 'wechat_request_payment',
          appId: shop.on.keys.appids.miniProgram,
          timeStamp: '1796025600',
          nonceStr: expect.stringMatching(/^\w{32}$/) as string,
          package: expect.stringMatching(/^prepay_id=wx/) as string,
          signType: 'RSA',
          paySign: expect.any(String) as string,
        },
        renewAt: new Date('2026-11-30T09:59:00Z'),
      },
    });
    const { kind: _kind, ...parameters } = step as Record<string, unknown>;
    expect(await shop.payments.find(paymentId)).toMatchObject({ outcome: { kind: 'waiting' } });
    const said = await shop.on.control('POST', '/requestPayment', { ...parameters, openid: 'o-wang' });
    expect(said.body['errMsg']).toBe('requestPayment:ok');
    expect(await shop.payments.find(paymentId)).toEqual({
      ...{ provider: 'wechatpay', intentId: paymentId, paymentId, amountFen: 1234 },
      outcome: { kind: 'captured', fen: 1234 },
    });
  });

  it('needs to know whose wallet pays; elsewhere it does not', async () => {
    const person = { accountId: newId('acc', shop.clock.now()), address: '198.51.100.7' };
    const payer = (host: PaymentHost, loginCode?: string) =>
      shop.payments.payerOf({ method: 'wechat_pay', host, ...(loginCode && { loginCode }) }, person);
    expect([
      await payer('wechat_mini_program'),
      await payer('wechat_mini_program', 'o-li'),
      await payer('phone_browser'),
      await payer('desktop_browser'),
    ]).toEqual(['o-wang', 'o-li', '198.51.100.7', undefined]);
  });
});

describe('in browsers', () => {
  it('leads phones to a page, and back', async () => {
    const { wish, step } = await begin('phone_browser', {
      wish: { method: 'wechat_pay', host: 'phone_browser', returnPath: '/#/order?id=1' },
    });
    expect(step?.kind).toBe('redirect');
    const url = new URL(step?.kind === 'redirect' ? step.url : '');
    expect(url.searchParams.get('redirect_url')).toBe('https://shop.example/#/order?id=1');
    await pay(wish.paymentId);
    expect((await shop.payments.find(wish.paymentId)).outcome).toEqual({ kind: 'captured', fen: 1234 });
  });

  it('shows desktops a code', async () => {
    const { step } = await begin('desktop_browser');
    expect(step).toEqual({ kind: 'show_qr', data: expect.stringMatching(/^weixin:\/\/wxpay\//) as string });
  });

  it('is not offered where another wallet is at home, or where no official account tells whose wallet it is', async () => {
    const hosts = [
      'wechat_mini_program',
      'wechat_browser',
      'phone_browser',
      'desktop_browser',
      'alipay_mini_program',
    ] as const;
    const offered = (payments: PaymentProvider) => hosts.map((host) => payments.methodsIn(host).length);
    expect(offered(shop.payments)).toEqual([1, 1, 1, 1, 0]);
    const without = wechatPayments({ ...shop.options, officialAppId: undefined });
    expect(offered(without)).toEqual([1, 0, 1, 1, 0]);
    const inBrowser = shop.wishIn('wechat_browser');
    expect(await without.begin(inBrowser)).toBeUndefined();
    expect((await begin('alipay_mini_program')).intent).toBeUndefined();
  });
});

describe('an attempt', () => {
  it('is one trade however often it is begun', async () => {
    const { wish } = await begin('wechat_mini_program');
    shop.clock.passes(1_000);
    const again = await shop.payments.begin(wish);
    expect(again?.outcome).toMatchObject({ kind: 'waiting', step: { kind: 'wechat_request_payment' } });
    await pay(wish.paymentId);
    expect((await shop.payments.begin(wish))?.outcome).toEqual({ kind: 'captured', fen: 1234 });
  });

  it('begun with other parameters is asked for, and not begun anew', async () => {
    const { wish } = await begin('wechat_mini_program');
    const changed = { ...wish, payBefore: new Date(wish.payBefore.getTime() + 60_000) };
    expect(await shop.payments.begin(changed)).toMatchObject({
      amountFen: 1234,
      outcome: { kind: 'waiting' },
    });
    const dearer = await shop.payments.begin({ ...wish, amountFen: 99_999 });
    expect(dearer).toMatchObject({ amountFen: 1234 });
  });

  it('that WeChat Pay refuses as it is, is none', async () => {
    expect((await begin('wechat_mini_program', { payer: 'no openid' })).intent).toBeUndefined();
    expect((await begin('wechat_mini_program', { amountFen: 0 })).intent).toBeUndefined();
    expect(shop.lines.join()).not.toContain('no openid');
  });

  it('is given up once and for all, unless it is paid', async () => {
    const { wish } = await begin('desktop_browser');
    for (const _time of [1, 2])
      expect((await shop.payments.cancel(wish.paymentId)).outcome).toEqual({ kind: 'cancelled' });
    expect((await shop.payments.begin(wish))?.outcome).toEqual({ kind: 'cancelled' });
    const other = await shop.paid();
    const taken = { paymentId: other.paymentId, outcome: { kind: 'captured', fen: 1234 } };
    expect(await shop.payments.cancel(other.paymentId)).toMatchObject(taken);
    expect(await shop.payments.capture(other.orderId, other.paymentId, 1000)).toMatchObject(taken);
  });

  it('that WeChat Pay never heard of takes no money', async () => {
    const paymentId = newId('pay', shop.clock.now());
    for (const intent of [await shop.payments.find(paymentId), await shop.payments.cancel(paymentId)])
      expect(intent).toMatchObject({ intentId: paymentId, paymentId, outcome: { kind: 'cancelled' } });
  });

  it('is over at its time', async () => {
    const { wish } = await begin('desktop_browser');
    shop.clock.passes(15 * 60_000);
    expect((await shop.payments.find(wish.paymentId)).outcome).toEqual({ kind: 'cancelled' });
  });
});

describe('when WeChat Pay has trouble', () => {
  const jsapi = '/v3/pay/transactions/jsapi';

  it.each(['error_before', 'error_after', 'reset_before', 'reset_after'])(
    'it is asked once more: %s',
    async (kind) => {
      await shop.fault(kind, { path: jsapi });
      expect((await begin('wechat_mini_program')).intent?.outcome.kind).toBe('waiting');
    },
  );

  it.each(['error_before', 'error_after', 'reset_before', 'reset_after'])(
    'for longer, the attempt can be taken up later: %s',
    async (kind) => {
      await shop.fault(kind, { path: jsapi, count: 2 });
      const wish = shop.wishIn('wechat_mini_program');
      await expect(shop.payments.begin(wish)).rejects.toEqual(unavailable);
      expect((await shop.payments.begin(wish))?.outcome).toMatchObject({
        step: { kind: 'wechat_request_payment' },
      });
    },
  );

  it.each(['timeout_before', 'timeout_after'])('nobody waits twice: %s', async (kind) => {
    const hurried = await startPaying({ timeoutMs: 150 });
    await hurried.fault(kind, { path: jsapi, count: 2 });
    const wish = hurried.wishIn('wechat_mini_program');
    await expect(hurried.payments.begin(wish)).rejects.toEqual(unavailable);
    const { body } = await hurried.on.control('GET', '/faults');
    expect(body['faults']).toMatchObject([{ count: 1 }]);
    await hurried.on.control('DELETE', '/faults');
    expect((await hurried.payments.begin(wish))?.outcome.kind).toBe('waiting');
    await hurried.close();
  });

  it.each(['rate_limited', 'forged_answer'])('nothing is believed or pressed: %s', async (kind) => {
    const { paymentId, orderId } = await shop.paid();
    const refund = shop.refundOf({ ...shop.wishIn('desktop_browser'), paymentId, orderId });
    const calls = [
      () => shop.payments.begin(shop.wishIn('desktop_browser')),
      () => shop.payments.find(paymentId),
      () => shop.payments.cancel(paymentId),
      () => shop.payments.capture(orderId, paymentId, 1),
      () => shop.payments.refund(refund),
      () => shop.payments.findRefund({ ...refund, providerRefundId: '50' }),
    ];
    for (const call of calls) {
      await shop.fault(kind, { count: 1 });
      await expect(call()).rejects.toEqual(unavailable);
    }
    expect((await shop.payments.find(paymentId)).outcome).toEqual({ kind: 'captured', fen: 1234 });
  });

  it('that is down for good, nothing waits for long', async () => {
    const gone = await startPaying();
    await gone.close();
    await expect(gone.payments.find('pay_1')).rejects.toEqual(unavailable);
  });

  it('and no secret or openid is logged', () => {
    const log = shop.lines.join();
    expect(log).toContain('FREQUENCY_LIMITED');
    for (const hidden of ['o-wang', shop.on.keys.apiV3Key, 'WECHATPAY2-SHA256', 'PRIVATE KEY'])
      expect(log).not.toContain(hidden);
  });
});
