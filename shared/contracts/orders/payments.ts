import { endpoint } from '../endpoint';
import { OrderId } from '../ids';
import { ReturnPath } from '../returnPath';
import { z } from '../zod';
import { PaymentHost, PaymentMethod, type PaymentProviderName, PaymentView } from './paymentViews';

const Host = PaymentHost.default('desktop_browser');
/** Works once, for a few minutes. */
const LoginCode = z.string().min(1).max(200);

export const PaymentWish = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('card'),
    /** A card that the provider knows (`pm_…`): confirmed at once. Without one the shopper enters it. */
    paymentMethodId: z
      .string()
      .regex(/^pm_[0-9A-Za-z_]{1,100}$/)
      .optional(),
    returnPath: ReturnPath.optional(),
  }),
  z.strictObject({
    method: z.literal('alipay'),
    host: Host,
    /** Of `my.getAuthCode`, in Alipay's mini program: it tells Alipay who pays. */
    authCode: LoginCode.optional(),
    returnPath: ReturnPath.optional(),
  }),
  z.strictObject({
    method: z.literal('wechat_pay'),
    host: Host,
    /** Of `wx.login`, in WeChat, for who signed in another way: it tells WeChat Pay who pays. */
    loginCode: LoginCode.optional(),
    returnPath: ReturnPath.optional(),
  }),
]);
export type PaymentWish = z.infer<typeof PaymentWish>;

/** Where a wish is to be paid. A form for a card needs a browser, whatever its size. */
export const hostOf = (wish: PaymentWish): PaymentHost =>
  wish.method === 'card' ? 'desktop_browser' : wish.host;

const order = z.strictObject({ orderId: OrderId });

export const paymentsApi = {
  listPaymentMethods: endpoint({
    id: 'orders.listPaymentMethods',
    service: 'orders',
    method: 'get',
    path: '/payment-methods',
    access: 'signedIn',
    summary: 'The ways to pay that are offered where the shopper is, best first.',
    query: z.strictObject({ host: PaymentHost }),
    reply: z.object({ methods: z.array(z.object({ method: PaymentMethod })) }),
    limits: [{ per: 'account', max: 240, windowSeconds: 60 }],
  }),
  beginPayment: endpoint({
    id: 'orders.beginPayment',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/payments',
    access: 'signedIn',
    summary:
      'Begins to pay an order, or changes the way of paying: the earlier attempt is given up first, so that only one can take money. Must be begun before cutoff.',
    params: order,
    body: PaymentWish,
    reply: PaymentView,
    status: 201,
    errors: [
      'NOT_FOUND',
      'ORDER_ACTION_NOT_ALLOWED',
      'PAYMENT_METHOD_NOT_OFFERED',
      'PAYER_UNKNOWN',
      'PAYMENT_WINDOW_CLOSED',
      'PAYMENT_DECLINED',
      'PAYMENT_PROCESSING',
      'PAYMENT_UNAVAILABLE',
      'IDEMPOTENCY_KEY_REUSED',
      'TOO_MANY_REQUESTS',
      'CHANGED_MEANWHILE',
    ],
    idempotency: 'required',
    limits: [{ per: 'account', max: 60, windowSeconds: 600 }],
  }),
  getPayment: endpoint({
    id: 'orders.getPayment',
    service: 'orders',
    method: 'get',
    path: '/orders/:orderId/payment',
    access: 'signedIn',
    summary:
      'How the payment of an order stands, asked of the payment provider when it is open: poll it while the shopper pays.',
    params: order,
    reply: PaymentView,
    errors: ['NOT_FOUND'],
    limits: [{ per: 'account', max: 240, windowSeconds: 60 }],
  }),
};

/**
 * Where each provider reports. A provider signs the bytes as they came, so these are served by routes of their own and are not
 * part of `ordersApi`.
 */
export const paymentWebhooks = {
  stripe: webhook('stripe', 'Stripe', z.object({ received: z.boolean() })),
  wechatpay: webhook('wechatpay', 'WeChat Pay', z.object({ code: z.literal('SUCCESS') })),
  alipay: webhook('alipay', 'Alipay', z.literal('success')),
} satisfies Record<PaymentProviderName, unknown>;

function webhook<Reply extends z.ZodType>(name: PaymentProviderName, words: string, reply: Reply) {
  return endpoint({
    id: `orders.${name}Webhook`,
    service: 'orders',
    method: 'post',
    path: `/webhooks/${name}`,
    access: 'public',
    summary: `Takes signed reports of ${words}, where this deployment is set up with it.`,
    reply,
    status: 200,
    errors: ['NOT_FOUND', 'WEBHOOK_REFUSED'],
    idempotency: 'natural',
    maxBodyBytes: 256 * 1024,
  });
}

/** The page where a shopper enters a real card: HTML, so it is served by a route of its own, too. */
export const cardPage = { service: 'orders', path: '/card-payments' } as const;
