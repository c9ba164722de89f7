import { type HostHint, type HostStep, type PayerCode, type PaymentHost } from './paymentHostTypes';

type Bridge = {
  readonly invoke: (
    name: 'getBrandWCPayRequest',
    request: Readonly<Record<string, string>>,
    answer: (result: { readonly err_msg?: string }) => void,
  ) => void;
};
type WithBridge = { readonly WeixinJSBridge?: Bridge };

const onPhones = /Android|iPhone|iPad|iPod|HarmonyOS|Mobile/i;

/** Which browser this is, by what it says of itself. */
export const paymentHost = (): PaymentHost => {
  const { userAgent, maxTouchPoints } = window.navigator;
  if (/MicroMessenger/i.test(userAgent)) return 'wechat_browser';
  // An iPad calls itself a Mac.
  const isTablet = userAgent.includes('Macintosh') && maxTouchPoints > 1;
  return isTablet || onPhones.test(userAgent) ? 'phone_browser' : 'desktop_browser';
};

/** Browsers know nobody: the service knows the WeChat account of who signed in by it. */
export const payerCode = (): Promise<PayerCode> => Promise.resolve({});

/** WeChat puts its bridge into a page a moment after the page began. */
const bridgeWaitMs = 5_000;

const bridge = (): Promise<Bridge | undefined> =>
  new Promise((resolve) => {
    const tell = () => resolve((window as WithBridge).WeixinJSBridge);
    if ((window as WithBridge).WeixinJSBridge) tell();
    else {
      document.addEventListener('WeixinJSBridgeReady', tell, { once: true });
      setTimeout(tell, bridgeWaitMs);
    }
  });

const hints: Readonly<Record<string, HostHint>> = {
  'get_brand_wcpay_request:ok': 'done',
  'get_brand_wcpay_request:cancel': 'cancelled',
};

/** In WeChat's browser opens WeChat's own sheet and waits until it is closed. */
export const payInHost = async (step: HostStep): Promise<HostHint> => {
  if (step.kind !== 'wechat_request_payment') return 'failed';
  const weixin = await bridge();
  if (!weixin) return 'failed';
  const { kind: _kind, ...request } = step;
  return new Promise((resolve) => {
    weixin.invoke('getBrandWCPayRequest', request, ({ err_msg: said = '' }) =>
      resolve(hints[said] ?? 'failed'),
    );
  });
};
