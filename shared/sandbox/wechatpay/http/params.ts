import { z } from 'zod';
import { paramError } from '../failures';

type Location = 'body' | 'query';

/** Reads parameters strictly: what the stand-in does not honour is refused. @throws WechatPayFailure PARAM_ERROR */
export function readParams<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  location: Location = 'body',
): z.output<S> {
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : [];
  const path = [...(issue?.path ?? []), ...unknown];
  const text = issue?.code === 'unrecognized_keys' ? '替身不支持该参数' : (issue?.message ?? '格式有误');
  const value = valueAt(raw, path);
  throw paramError(`/${path.map(String).join('/')}`, text, { value, location });
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    raw,
  );

/** Letters, digits and `_-|*`; the lengths count characters. */
const number = (from: number, to: number) =>
  z
    .string()
    .regex(new RegExp(`^[\\w\\-|*]{${from},${to}}$`), `只能是数字、大小写字母_-|*，长度${from}到${to}`);
const refundNumber = z.string().regex(/^[\w\-|*@]{1,64}$/, '只能是数字、大小写字母_-|*@，不超过64个字符');
const text = (max: number) => z.string().min(1).max(max);
const fen = z.int().min(1).max(10_000_000_00);
const currency = z.literal('CNY', { error: '仅支持人民币CNY' });

/** An address for notices. WeChat Pay wants HTTPS; plain HTTP is for machines without a certificate. */
const notifyUrl = z
  .string()
  .max(255)
  .refine(
    (url) => URL.canParse(url) && /^https?:\/\/[^?#]+$/.test(url),
    '通知地址必须为可访问的URL，不能携带参数',
  );

/** RFC 3339; becomes milliseconds. */
const moment = z
  .string()
  .refine(
    (at) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(at) &&
      !Number.isNaN(Date.parse(at)),
    '格式须为yyyy-MM-DDTHH:mm:ss+TIMEZONE',
  )
  .transform((at) => Date.parse(at));

const common = {
  appid: text(32),
  mchid: text(32),
  description: text(127),
  out_trade_no: number(6, 32),
  time_expire: moment.optional(),
  attach: z.string().max(128).optional(),
  notify_url: notifyUrl,
  amount: z.strictObject({ total: fen, currency: currency.optional() }),
};
const client = { payer_client_ip: z.string().min(2).max(45), device_id: z.string().max(32).optional() };

/** Documentation: pay.weixin.qq.com, JSAPI/小程序下单 (/doc/v3/merchant/4012791897), H5下单 (4012791834), Native下单 (4012791877). */
export const orders = {
  jsapi: z.strictObject({
    ...common,
    payer: z.strictObject({ openid: z.string().regex(/^[\w-]{1,128}$/, '无效的openid') }),
    scene_info: z.strictObject(client).optional(),
  }),
  h5: z.strictObject({
    ...common,
    scene_info: z.strictObject({
      ...client,
      h5_info: z.strictObject({
        type: z.string().min(1).max(32),
        app_name: z.string().max(64).optional(),
        app_url: z.string().max(128).optional(),
        bundle_id: z.string().max(128).optional(),
        package_name: z.string().max(128).optional(),
      }),
    }),
  }),
  native: z.strictObject({ ...common, scene_info: z.strictObject(client).optional() }),
};
export type OrderParams = z.output<(typeof orders)[keyof typeof orders]>;

export const mchidQuery = z.strictObject({ mchid: text(32) });

/** Documentation: pay.weixin.qq.com, 申请退款 (/doc/v3/merchant/4012791862). */
export const refundRequest = z
  .strictObject({
    transaction_id: text(32).optional(),
    out_trade_no: number(6, 32).optional(),
    out_refund_no: refundNumber,
    reason: z.string().max(80).optional(),
    notify_url: notifyUrl.optional(),
    funds_account: z.enum(['AVAILABLE', 'UNSETTLED']).optional(),
    amount: z.strictObject({ refund: fen, total: fen, currency }),
  })
  .refine((given) => given.transaction_id !== undefined || given.out_trade_no !== undefined, {
    path: ['transaction_id'],
    error: 'transaction_id和out_trade_no二选一',
  });

/** Documentation: pay.weixin.qq.com, 发起异常退款. */
export const abnormalRefund = z.strictObject({
  out_refund_no: refundNumber,
  type: z.enum(['USER_BANK_CARD', 'MERCHANT_BANK_CARD']),
  bank_type: z.string().max(16).optional(),
  bank_account: z.string().max(1024).optional(),
  real_name: z.string().max(1024).optional(),
});

/** Documentation: pay.weixin.qq.com, 申请交易账单 (/doc/v3/merchant/4012791866). */
export const billQuery = z.strictObject({
  bill_date: z.string().regex(/^\d{4}-\d\d-\d\d$/, '格式须为yyyy-MM-DD'),
  bill_type: z.enum(['ALL', 'SUCCESS', 'REFUND']).default('ALL'),
  tar_type: z.literal('GZIP').optional(),
});
