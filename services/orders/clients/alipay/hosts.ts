import { type PaymentHost } from '#shared/contracts/orders/paymentViews';

/** How Alipay takes money where a person is. */
export type Product = 'JSAPI_PAY' | 'QUICK_WAP_WAY' | 'FAST_INSTANT_TRADE_PAY';

const products: Readonly<Record<PaymentHost, Product | undefined>> = {
  alipay_mini_program: 'JSAPI_PAY',
  phone_browser: 'QUICK_WAP_WAY',
  desktop_browser: 'FAST_INSTANT_TRADE_PAY',
  // WeChat opens no page of Alipay's.
  wechat_mini_program: undefined,
  wechat_browser: undefined,
};

/** The product for a host; undefined where nobody can pay by Alipay. */
export const productIn = (host: PaymentHost): Product | undefined => products[host];
