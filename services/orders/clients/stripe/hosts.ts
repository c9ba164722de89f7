import { type PaymentHost, type PaymentMethod } from '#shared/contracts/orders/paymentViews';

const ways: Readonly<Record<PaymentHost, readonly PaymentMethod[]>> = {
  phone_browser: ['wechat_pay', 'alipay', 'card'],
  desktop_browser: ['wechat_pay', 'alipay', 'card'],
  // Its pages are foreign there: WeChat and Alipay open neither each other's nor a form for cards.
  wechat_mini_program: [],
  wechat_browser: [],
  alipay_mini_program: [],
};

/** Where Stripe can be paid by. */
export const methodsIn = (host: PaymentHost): readonly PaymentMethod[] => ways[host];
