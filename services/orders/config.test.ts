import { ConfigError } from '#shared/kit/config/environment';
import { examples } from '../../tests/support/deployment/serviceConfig';
import { nobodyTakesMoney, readOrdersConfig, readPaymentSettings } from './config';

const only = (prefix: string, changes: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(examples).filter(([name]) => name.startsWith(prefix))),
  ...changes,
});
const names = (environment: Record<string, string>) =>
  Object.entries(readOrdersConfig(environment).payments).flatMap(([name, one]) =>
    typeof one === 'object' ? [name] : [],
  );

test.each([
  ['STRIPE_', 'stripe'],
  ['WECHATPAY_', 'wechatpay'],
  ['ALIPAY_', 'alipay'],
])('what begins with %s sets up %s, alone', (prefix, name) => {
  expect(names(only(prefix))).toEqual([name]);
});

test('all three may be set up together, none may not', () => {
  expect(names(examples).sort()).toEqual(['alipay', 'stripe', 'wechatpay']);
  expect(() => readOrdersConfig({ STRIPE_SECRET_KEY: '' })).toThrow(new ConfigError([nobodyTakesMoney]));
});

test('each is set up whole or not at all, and every gap is named at once', () => {
  expect(() =>
    readPaymentSettings({ ALIPAY_APP_ID: '2021000123456789', WECHATPAY_MCHID: '1900000109' }),
  ).toThrow(
    new ConfigError([
      'WECHATPAY_APPID is not set: it must go with WECHATPAY_MCHID',
      'WECHATPAY_PRIVATE_KEY is not set: it must go with WECHATPAY_MCHID',
      'WECHATPAY_SERIAL_NO is not set: it must go with WECHATPAY_MCHID',
      'WECHATPAY_API_V3_KEY is not set: it must go with WECHATPAY_MCHID',
      'ALIPAY_SELLER_ID is not set: it must go with ALIPAY_APP_ID',
      'ALIPAY_PRIVATE_KEY is not set: it must go with ALIPAY_APP_ID',
      'ALIPAY_PUBLIC_KEY is not set: it must go with ALIPAY_APP_ID',
    ]),
  );
});

test('the mini program of sign-in is the one that people pay in, unless another is named', () => {
  const { WECHAT_APPID = '' } = examples;
  const appIdsOf = (changes: Record<string, string>) =>
    readPaymentSettings(only('WECHATPAY_', changes)).wechatpay?.appId;
  expect(appIdsOf({ WECHATPAY_APPID: '', WECHAT_APPID })).toBe(WECHAT_APPID);
  expect(appIdsOf({ WECHAT_APPID: 'wx0000000000000000' })).toBe(examples['WECHATPAY_APPID']);
});

test('its shipping is told where orders knows the secret of the mini program that people pay in', () => {
  const { WECHAT_APPID = '', WECHAT_SECRET = '', WECHATPAY_APPID = '' } = examples;
  const platformOf = (changes: Record<string, string>) =>
    readPaymentSettings(only('WECHATPAY_', changes)).wechatpay?.platform;
  expect(WECHATPAY_APPID).toBe(WECHAT_APPID);
  expect(platformOf({ WECHAT_APPID, WECHAT_SECRET })).toEqual({
    ...{ apiUrl: 'https://api.weixin.qq.com', appId: WECHAT_APPID, appSecret: WECHAT_SECRET },
  });
  expect(platformOf({ WECHAT_APPID })).toBeUndefined();
  expect(platformOf({ WECHAT_APPID: 'wx0000000000000000', WECHAT_SECRET })).toBeUndefined();
});

test.each(['x'.repeat(31), 'x'.repeat(33), '密'.repeat(32)])(
  'a key of APIv3 that decrypts nothing is told at the start',
  (key) => {
    expect(() => readPaymentSettings(only('WECHATPAY_', { WECHATPAY_API_V3_KEY: key }))).toThrow(
      'WECHATPAY_API_V3_KEY must have exactly 32 characters, got another value (not shown: it is a secret)',
    );
  },
);

test('merchants of before have no public key of WeChat Pay, and its id goes with it', () => {
  const [without, half] = [
    only('WECHATPAY_', { WECHATPAY_PUBLIC_KEY: '', WECHATPAY_PUBLIC_KEY_ID: '' }),
    only('WECHATPAY_', { WECHATPAY_PUBLIC_KEY: '' }),
  ];
  expect(readPaymentSettings(without).wechatpay?.publicKey).toBeUndefined();
  expect(() => readPaymentSettings(half)).toThrow(
    'WECHATPAY_PUBLIC_KEY is not set: it must go with WECHATPAY_PUBLIC_KEY_ID',
  );
});

test.each([
  ['STRIPE_', 'STRIPE_API_URL must not be set with a live key'],
  ['WECHATPAY_', 'WECHATPAY_API_URL must not be set with a real merchant'],
  ['ALIPAY_', 'ALIPAY_API_URL must not be set with a real app'],
])('a stand-in is not given what is real (%s)', (prefix, words) => {
  const standIn = 'http://127.0.0.1:8090';
  const environment = only(prefix, { [`${prefix}API_URL`]: standIn });
  expect(() => readPaymentSettings(environment)).toThrow(words);
  const ofSandbox = { WECHATPAY_MCHID: '9912345678', ALIPAY_APP_ID: '9900123456789012' };
  const key = { STRIPE_SECRET_KEY: 'sk_test_12345678' };
  const allowed = { ...environment, ...ofSandbox, ...key };
  const kept = Object.fromEntries(Object.entries(allowed).filter(([name]) => name.startsWith(prefix)));
  expect(names(kept)).toHaveLength(1);
});

test('no key is shown when it is wrong', () => {
  const wrong = only('ALIPAY_', { ALIPAY_PRIVATE_KEY: 'c2VjcmV0' });
  expect(() => readPaymentSettings(wrong)).toThrow(/^ALIPAY_PRIVATE_KEY must be .*not shown/);
});
