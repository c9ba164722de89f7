import { realDeployment } from './deployment';

test.each([
  [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
  [{ STRIPE_SECRET_KEY: ' sk_live_1234567890 ' }, 'STRIPE_SECRET_KEY is a live key'],
  [{ STRIPE_SECRET_KEY: 'rk_live_1234567890' }, 'STRIPE_SECRET_KEY is a live key'],
  [{ STRIPE_PUBLISHABLE_KEY: 'pk_live_12345678' }, 'STRIPE_PUBLISHABLE_KEY is a live key'],
  [{ NODE_ENV: 'test', STRIPE_SECRET_KEY: 'sk_test_1234567890' }, undefined],
  [{ WECHATPAY_MCHID: '1900000109' }, 'WECHATPAY_MCHID names a real merchant'],
  [{ WECHATPAY_MCHID: '9912345678', ALIPAY_APP_ID: '9900123456789012' }, undefined],
  [{ ALIPAY_APP_ID: '2021000123456789' }, 'ALIPAY_APP_ID names a real app'],
  [{}, undefined],
])('%j', (environment, because) => {
  expect(realDeployment(environment)).toBe(because);
});
