import { paymentWebhooks } from '#shared/contracts/orders/payments';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { alipayPayments, type AlipayOptions } from './alipay/alipayPayments';
import { type PaymentProvider } from './paymentProvider';
import { cardPageUrl } from './stripe/cardPage/cardPageRoute';
import { stripePayments, type StripeOptions } from './stripe/stripePayments';
import { type OpenidOf, wechatPayments, type WechatPayOptions } from './wechatpay/wechatPayments';

type Given = 'publicUrl' | 'notifyUrl' | 'now' | 'log';

/** What each provider is set up with; what is absent is not set up. */
export type PaymentsOptions = {
  /** Where shoppers come back to: `https://shop.example`. */
  readonly publicUrl: string;
  /** Where the providers reach our API, if elsewhere than at `{publicUrl}/api`. */
  readonly apiUrl?: string | undefined;
  readonly wechatpay?: Omit<WechatPayOptions, Given | 'openidOf'> | undefined;
  readonly alipay?: Omit<AlipayOptions, Given> | undefined;
  readonly stripe?: Omit<StripeOptions, Given> | undefined;
  /** Who is asked first where several do the same way of paying. */
  readonly order?: readonly PaymentProviderName[] | undefined;
};

type Surroundings = {
  readonly now: Clock;
  readonly log: Log;
  /** Whose wallet WeChat opens. */
  readonly openidOf: OpenidOf;
};

/** Our own wallets come first: they do everywhere what Stripe does in browsers only. */
const usualOrder: readonly PaymentProviderName[] = ['wechatpay', 'alipay', 'stripe'];

/** The providers that are set up, in their order. */
export function createPaymentProviders(
  options: PaymentsOptions,
  { now, log, openidOf }: Surroundings,
): PaymentProvider[] {
  const { publicUrl, apiUrl = `${publicUrl}/api`, wechatpay, alipay, stripe } = options;
  const given = (name: PaymentProviderName) => ({
    ...{ publicUrl, now, log },
    notifyUrl: apiUrl + paymentWebhooks[name].path,
  });
  const made = {
    wechatpay: wechatpay && wechatPayments({ ...wechatpay, ...given('wechatpay'), openidOf }),
    alipay: alipay && alipayPayments({ ...alipay, ...given('alipay') }),
    stripe: stripe && stripePayments({ ...pageFor(stripe, publicUrl), ...stripe, ...given('stripe') }),
  };
  return (options.order ?? usualOrder).map((name) => made[name]).filter((one) => one !== undefined);
}

/** Our own page for cards, where there is a key for it. */
const pageFor = ({ publishableKey }: Pick<StripeOptions, 'publishableKey'>, publicUrl: string) =>
  publishableKey === undefined ? {} : { payPage: cardPageUrl(publicUrl) };
