import { z } from 'zod';
import type { Address } from '../state/records';
import { currency, emptyable, expand, flag, id, integer, metadata, text, url } from './params';

/** The parameters of each call that the sandbox honours; any other is refused, so nothing is ignored silently. */

const methodType = z.enum(['card', 'alipay', 'wechat_pay']);
const methodTypes = z.array(methodType).min(1).max(3);
const nullableText = text.nullable().default(null);

const address = z
  .strictObject({
    city: nullableText,
    country: nullableText,
    line1: nullableText,
    line2: nullableText,
    postal_code: nullableText,
    state: nullableText,
  })
  .transform((value): Address => value);
const shipping = z.strictObject({
  address,
  name: text,
  phone: nullableText,
  carrier: nullableText,
  tracking_number: nullableText,
});
const billing = z.strictObject({
  address: address.nullable().default(null),
  email: nullableText,
  name: nullableText,
  phone: nullableText,
  tax_id: nullableText,
});
const card = z.strictObject({
  number: text.optional(),
  exp_month: integer.optional(),
  exp_year: integer.optional(),
  cvc: text.optional(),
  token: text.optional(),
});
const methodData = z.strictObject({
  type: methodType,
  card: card.optional(),
  alipay: emptyable(z.strictObject({})).optional(),
  wechat_pay: emptyable(z.strictObject({})).optional(),
  billing_details: billing.optional(),
  allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
  metadata: metadata.optional(),
});
const futureUsage = z.enum(['off_session', 'on_session']);
const options = z.strictObject({
  card: z
    .strictObject({
      capture_method: emptyable(z.literal('manual')).optional(),
      request_three_d_secure: z.enum(['any', 'automatic', 'challenge']).optional(),
    })
    .optional(),
  alipay: z.strictObject({ setup_future_usage: emptyable(z.literal('none')).optional() }).optional(),
  wechat_pay: z
    .strictObject({ client: z.enum(['web', 'ios', 'android']).optional(), app_id: text.optional() })
    .optional(),
});
const attended = {
  off_session: z
    .enum(['true', 'false', 'one_off', 'recurring'])
    .transform((value) => value !== 'false')
    .optional(),
  error_on_requires_action: flag.optional(),
  use_stripe_sdk: flag.optional(),
};
const method = { payment_method: id.optional(), payment_method_data: methodData.optional() };
const described = {
  description: emptyable(text).optional(),
  metadata: emptyable(metadata).optional(),
  receipt_email: emptyable(text).optional(),
  setup_future_usage: emptyable(futureUsage).optional(),
  shipping: emptyable(shipping).optional(),
  statement_descriptor: text.max(22).optional(),
  statement_descriptor_suffix: text.max(22).optional(),
  transfer_group: text.optional(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  payment_method_options: options.optional(),
};

export const nothing = z.strictObject(expand);

export const intentCreate = z.strictObject({
  ...described,
  ...method,
  ...attended,
  ...expand,
  amount: integer,
  currency,
  allowed_payment_method_types: methodTypes.optional(),
  payment_method_types: methodTypes.optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  confirm: flag.optional(),
  confirmation_method: z.enum(['automatic', 'manual']).optional(),
  customer: id.optional(),
  return_url: url.optional(),
});
export const intentUpdate = z.strictObject({
  ...described,
  ...method,
  ...expand,
  amount: integer.optional(),
  currency: currency.optional(),
});
export const intentRetrieve = z.strictObject({ ...expand, client_secret: text.optional() });
export const intentConfirm = z.strictObject({
  ...method,
  ...attended,
  ...expand,
  return_url: url.optional(),
  capture_method: described.capture_method,
  payment_method_options: described.payment_method_options,
  receipt_email: described.receipt_email,
  setup_future_usage: described.setup_future_usage,
  shipping: described.shipping,
});
export const intentCapture = z.strictObject({
  ...expand,
  amount_to_capture: integer.optional(),
  final_capture: z.literal('true').optional(),
  metadata: described.metadata,
  statement_descriptor: described.statement_descriptor,
  statement_descriptor_suffix: described.statement_descriptor_suffix,
});
export const intentCancel = z.strictObject({
  ...expand,
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

export const refundCreate = z.strictObject({
  ...expand,
  amount: integer.optional(),
  charge: id.optional(),
  payment_intent: id.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
});
export const methodCreate = methodData.extend(expand);
export const customerCreate = z.strictObject({
  ...expand,
  name: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
});
export const transferCreate = z.strictObject({
  ...expand,
  amount: integer,
  currency,
  destination: id,
  description: text.optional(),
  metadata: metadata.optional(),
  source_transaction: id.optional(),
  transfer_group: text.optional(),
});
export const reversalCreate = z.strictObject({
  ...expand,
  amount: integer.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
});

const instant = {
  gt: integer.optional(),
  gte: integer.optional(),
  lt: integer.optional(),
  lte: integer.optional(),
};
const page = {
  ...expand,
  limit: integer.pipe(z.int().min(1).max(100)).default(10),
  starting_after: id.optional(),
  ending_before: id.optional(),
  created: z
    .preprocess(
      (value) => (typeof value === 'string' ? { gte: value, lte: value } : value),
      z.strictObject(instant),
    )
    .optional(),
};
export const pageParams = z.strictObject(page);
export type Page = z.output<typeof pageParams>;
export const intentList = z.strictObject({ ...page, customer: id.optional() });
export const chargeList = z.strictObject({ ...page, payment_intent: id.optional() });
export const refundList = z.strictObject({ ...page, payment_intent: id.optional(), charge: id.optional() });
export const transactionList = z.strictObject({
  ...page,
  source: id.optional(),
  type: id.optional(),
  currency: currency.optional(),
});
export const transferList = z.strictObject({
  ...page,
  destination: id.optional(),
  transfer_group: id.optional(),
});
export const eventList = z.strictObject({
  ...page,
  type: id.optional(),
  types: z.array(id).max(20).optional(),
});
