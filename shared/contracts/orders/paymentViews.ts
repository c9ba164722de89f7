import { Instant } from '../common';
import { OrderId, PaymentId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';

/** The ways to pay, the one that most people take first. */
export const PaymentMethod = z.enum(['wechat_pay', 'alipay', 'card']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** Who moves the money. */
export const PaymentProviderName = z.enum(['stripe', 'wechatpay', 'alipay']);
export type PaymentProviderName = z.infer<typeof PaymentProviderName>;

/** Where a person pays: it decides which wallets can be opened, and how. */
export const PaymentHost = z.enum([
  'wechat_mini_program',
  'wechat_browser',
  'alipay_mini_program',
  'phone_browser',
  'desktop_browser',
]);
export type PaymentHost = z.infer<typeof PaymentHost>;

/** What the shopper has to do now to finish a payment. */
export const PaymentStep = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    /** Open `pageUrl`, where there is one, or confirm with the provider's own script. */
    z.object({
      kind: z.literal('confirm_card'),
      clientSecret: z.string(),
      pageUrl: z.string().optional(),
    }),
    /** Draw `data` as a code that another phone scans, or open the page where there is one. */
    z.object({
      kind: z.literal('show_qr'),
      data: z.string(),
      imageDataUrl: z.string().optional(),
      pageUrl: z.string().optional(),
    }),
    /** Open the address; the app's own address where a native one is given. */
    z.object({ kind: z.literal('redirect'), url: z.string(), nativeUrl: z.string().optional() }),
    /** Hand it to `wx.requestPayment`, or in WeChat's browser to `getBrandWCPayRequest`. What that answers is only a hint: ask for the payment. */
    z.object({
      kind: z.literal('wechat_request_payment'),
      appId: z.string(),
      timeStamp: z.string(),
      nonceStr: z.string(),
      package: z.string(),
      signType: z.literal('RSA'),
      paySign: z.string(),
    }),
    /** Hand it to `my.tradePay`. What that answers is only a hint: ask for the payment. */
    z.object({ kind: z.literal('alipay_trade_pay'), tradeNo: z.string() }),
  ])
  .meta({ id: 'PaymentStep' });
export type PaymentStep = z.infer<typeof PaymentStep>;

export const PaymentStatus = z.enum([
  /** Nobody began to pay. */
  'none',
  /** Begun; `step` says what the shopper has to do. */
  'waiting',
  /** The bank said no; another way can be tried. */
  'declined',
  /** Reserved on the card; taken after weighing, never more than this. */
  'authorised',
  'capturing',
  /** Taken. */
  'captured',
  /** Given up before anything was taken. */
  'released',
]);

export const PaymentView = z
  .object({
    orderId: OrderId,
    status: PaymentStatus,
    paymentId: PaymentId.optional(),
    method: PaymentMethod.optional(),
    /** What is to be authorised or charged. */
    amount: Money,
    /** What was really taken; there once `captured`. */
    captured: Money.optional(),
    step: PaymentStep,
    /** A code of the bank for a refusal: `insufficient_funds`, `expired_card`, … */
    declineCode: z.string().optional(),
    payBefore: Instant.optional(),
  })
  .meta({ id: 'Payment' });
export type PaymentView = z.infer<typeof PaymentView>;
