import Taro from '@tarojs/taro';
import * as alipay from './paymentHost.alipay';
import * as browser from './paymentHost.h5';
import * as wechat from './paymentHost.weapp';
import { type HostStep } from './paymentHostTypes';

const signed = {
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=1',
  signType: 'RSA',
  paySign: 's',
} as const;
const wechatStep: HostStep = { kind: 'wechat_request_payment', appId: 'wx1', ...signed };
const alipayStep: HostStep = { kind: 'alipay_trade_pay', tradeNo: '2026' };

afterEach(() => jest.restoreAllMocks());

describe('WeChat’s mini program', () => {
  test.each([
    ['requestPayment:ok', 'done'],
    ['requestPayment:fail cancel', 'cancelled'],
    ['requestPayment:fail no prepay id', 'failed'],
  ] as const)('takes %s for %s', async (errMsg, hint) => {
    const asked: unknown[] = [];
    Object.assign(Taro, {
      requestPayment: ({ success, fail, ...request }: Taro.requestPayment.Option) => {
        asked.push(request);
        (errMsg.endsWith(':ok') ? success : fail)?.({ errMsg });
      },
    });
    expect(await wechat.payInHost(wechatStep)).toBe(hint);
    expect(asked).toEqual([signed]);
  });

  test('says whose WeChat it is, and nothing when it cannot', async () => {
    const login = jest.fn().mockResolvedValueOnce({ code: 'c1' }).mockRejectedValueOnce(new Error('offline'));
    Object.assign(Taro, { login });
    expect([await wechat.payerCode(), await wechat.payerCode()]).toEqual([{ loginCode: 'c1' }, {}]);
  });
});

describe('Alipay’s mini program', () => {
  type Options = { tradeNO?: string; scopes?: string; success: (answer: object) => void; fail: () => void };
  const host = (my: Readonly<Record<string, (options: Options) => void>>) =>
    Object.assign(globalThis, { my });
  afterEach(() => Reflect.deleteProperty(globalThis, 'my'));

  test.each([
    ['9000', 'done'],
    [8000, 'done'],
    ['6001', 'cancelled'],
    ['4000', 'failed'],
  ] as const)('takes %s for %s', async (resultCode, hint) => {
    const asked: unknown[] = [];
    host({
      tradePay: ({ tradeNO, success }) => {
        asked.push(tradeNO);
        success({ resultCode });
      },
    });
    expect(await alipay.payInHost(alipayStep)).toBe(hint);
    expect(asked).toEqual(['2026']);
  });

  test('a sheet that does not open has failed', async () => {
    host({ tradePay: ({ fail }) => fail() });
    expect(await alipay.payInHost(alipayStep)).toBe('failed');
  });

  test('says whose Alipay it is, and nothing when it cannot', async () => {
    host({ getAuthCode: ({ scopes, success }) => success({ authCode: `of ${scopes}` }) });
    expect(await alipay.payerCode()).toEqual({ authCode: 'of auth_base' });
    host({ getAuthCode: ({ fail }) => fail() });
    expect(await alipay.payerCode()).toEqual({});
  });
});

describe('a browser', () => {
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15';
  const is = (userAgent: string, fingers = 0) => {
    jest.spyOn(window.navigator, 'userAgent', 'get').mockReturnValue(userAgent);
    Object.defineProperty(window.navigator, 'maxTouchPoints', { value: fingers, configurable: true });
  };
  const bridge = (said: string) => ({
    WeixinJSBridge: {
      invoke: (_name: string, _request: object, answer: (result: object) => void) =>
        answer({ err_msg: said }),
    },
  });
  afterEach(() => Reflect.deleteProperty(window, 'WeixinJSBridge'));

  test.each([
    ['WeChat on a phone', `${iphone} MicroMessenger/8.0.50`, 5, 'wechat_browser'],
    ['a phone', iphone, 5, 'phone_browser'],
    [
      'an Android phone',
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile Safari/537.36',
      5,
      'phone_browser',
    ],
    ['a tablet that calls itself a Mac', mac, 5, 'phone_browser'],
    ['a Mac', mac, 0, 'desktop_browser'],
  ] as const)('knows %s', (_who, userAgent, fingers, host) => {
    is(userAgent, fingers);
    expect(browser.paymentHost()).toBe(host);
  });

  test.each([
    ['get_brand_wcpay_request:ok', 'done'],
    ['get_brand_wcpay_request:cancel', 'cancelled'],
    ['get_brand_wcpay_request:fail', 'failed'],
  ] as const)('of WeChat takes %s for %s', async (said, hint) => {
    Object.assign(window, bridge(said));
    expect(await browser.payInHost(wechatStep)).toBe(hint);
  });

  test('of WeChat waits for the bridge that comes a moment later', async () => {
    const hint = browser.payInHost(wechatStep);
    Object.assign(window, bridge('get_brand_wcpay_request:ok'));
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    expect(await hint).toBe('done');
  });

  test('without a bridge says so', async () => {
    jest.useFakeTimers();
    const hint = browser.payInHost(wechatStep);
    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();
    expect(await hint).toBe('failed');
  });
});
