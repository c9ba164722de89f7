import { type PaymentHost, type PaymentMethod } from '#shared/contracts/orders/paymentViews';
import { Refused } from '#shared/kit/domainError';
import { createLog } from '#shared/kit/log/log';
import { createPaymentProviders } from './createPaymentProviders';
import { type PaymentProvider } from './paymentProvider';
import { PaymentProviders } from './paymentProviders';

const [stripe] = createPaymentProviders(
  { publicUrl: 'https://shop.example', stripe: { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' } },
  {
    now: () => new Date(),
    log: createLog({ service: 'test', level: 'silent' }),
    openidOf: () => Promise.reject(new Refused('PAYER_UNKNOWN')),
  },
);
/** A provider with a wallet of its own in one host. */
const wallet = (
  name: PaymentProvider['name'],
  method: PaymentMethod,
  where: PaymentHost,
): PaymentProvider => ({
  ...stripe!,
  name,
  methodsIn: (host) => (host === where ? [method] : []),
});
const wechatpay = wallet('wechatpay', 'wechat_pay', 'wechat_mini_program');
const browserWallet = wallet('alipay', 'alipay', 'phone_browser');
const all = new PaymentProviders([browserWallet, wechatpay, stripe!]);

test('in each host the ways that somebody does there are offered, best first', () => {
  expect(all.methodsIn('wechat_mini_program')).toEqual(['wechat_pay']);
  expect(all.methodsIn('wechat_browser')).toEqual([]);
  expect(all.methodsIn('alipay_mini_program')).toEqual([]);
  expect(all.methodsIn('phone_browser')).toEqual(['wechat_pay', 'alipay', 'card']);
  expect(new PaymentProviders([wechatpay]).methodsIn('desktop_browser')).toEqual([]);
});

test('a way that several do is done by the one named first', () => {
  expect(all.forWish({ method: 'alipay', host: 'phone_browser' }).name).toBe('alipay');
  expect(all.forWish({ method: 'alipay', host: 'desktop_browser' }).name).toBe('stripe');
  expect(all.forWish({ method: 'card' }).name).toBe('stripe');
});

test('a way that nobody does there is refused, and so is a card where no provider takes cards', () => {
  const refusal = new Refused('PAYMENT_METHOD_NOT_OFFERED');
  expect(() => all.forWish({ method: 'wechat_pay', host: 'alipay_mini_program' })).toThrow(refusal);
  expect(() => new PaymentProviders([wechatpay]).forWish({ method: 'card' })).toThrow(refusal);
});

test('one that is not set up any more cannot be asked: what it holds waits', () => {
  expect(() => new PaymentProviders([wechatpay]).of('stripe')).toThrow(
    new Refused('PAYMENT_UNAVAILABLE', 'stripe is not set up'),
  );
});
