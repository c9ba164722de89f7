import { z } from 'zod';
import { beijing, DAY_MS } from '../../kit/beijing';
import { refused } from '../failures';

/** Reads business parameters strictly: what the stand-in does not honour is refused. @throws AlipayFailure ACQ.INVALID_PARAMETER */
export function readParams<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  throw refused('ACQ.INVALID_PARAMETER', `${name ?? ''} ${issue?.message ?? ''}`.trim());
}

const text = (max: number) => z.string().min(1).max(max);
const outTradeNo = z.string().regex(/^\w{1,64}$/, '仅支持字母、数字、下划线');

/** Yuan with at most two places, as text or number; becomes fen. */
const amount = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, '须为元，精确到小数点后两位'))
  .transform((value) => Math.round(Number(value) * 100))
  .pipe(z.int().min(1, '须大于零').max(100_000_000_00));

/** `2026-11-30 16:00:00` or without seconds, in Beijing's time; becomes milliseconds. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/)
  .transform((value) => beijing.startOf(value.slice(0, 10)) + clock(value.slice(11)));
const clock = (value: string) => {
  const [hours = 0, minutes = 0, seconds = 0] = value.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
};

const unit = { m: 60_000, h: 3_600_000, d: DAY_MS } as const;
/** `90m`, `2h`, `1d`; becomes milliseconds. */
const duration = z
  .string()
  .regex(/^[1-9]\d{0,4}[mhd]$/)
  .transform((value) => Number(value.slice(0, -1)) * unit[value.slice(-1) as keyof typeof unit]);

const order = {
  out_trade_no: outTradeNo,
  total_amount: amount,
  subject: z
    .string()
    .min(1)
    .max(256)
    .regex(/^[^/=&]*$/, '不可使用特殊字符'),
  body: z.string().max(128).optional(),
  time_expire: moment.optional(),
  timeout_express: duration.optional(),
  passback_params: z.string().max(512).optional(),
  seller_id: text(28).optional(),
};

const numbers = { trade_no: text(64).optional(), out_trade_no: outTradeNo.optional() };

/** Documentation: opendocs.alipay.com, the page of each method: /mini/6039ed0c_alipay.trade.create, /open/203/107090 (wap), /open/59da99d0_alipay.trade.page.pay, /open/028woa … */
export const schemas = {
  create: z
    .strictObject({
      ...order,
      product_code: z.literal('JSAPI_PAY'),
      op_app_id: text(32),
      buyer_open_id: text(128).optional(),
      buyer_id: z
        .string()
        .regex(/^\d{16}$/)
        .optional(),
    })
    .refine((given) => given.buyer_open_id !== undefined || given.buyer_id !== undefined, {
      path: ['buyer_open_id'],
      error: '买家标识不能为空',
    }),
  wap: z.strictObject({
    ...order,
    product_code: z.literal('QUICK_WAP_WAY'),
    quit_url: z.string().max(400).optional(),
  }),
  page: z.strictObject({
    ...order,
    product_code: z.literal('FAST_INSTANT_TRADE_PAY'),
    qr_pay_mode: z.string().max(2).optional(),
    qrcode_width: z.union([z.string(), z.number()]).optional(),
  }),
  trade: z.strictObject({ ...numbers, query_options: z.array(z.string()).optional() }),
  close: z.strictObject({ ...numbers, operator_id: text(28).optional() }),
  refund: z.strictObject({
    ...numbers,
    refund_amount: amount,
    refund_reason: z.string().max(256).optional(),
    out_request_no: text(64).optional(),
    query_options: z.array(z.string()).optional(),
  }),
  refundQuery: z.strictObject({
    ...numbers,
    out_request_no: text(64),
    query_options: z.array(z.string()).optional(),
  }),
  bill: z.strictObject({
    bill_type: z.literal('trade'),
    bill_date: z.string().regex(/^\d{4}-\d\d(-\d\d)?$/, '格式须为yyyy-MM-dd或yyyy-MM'),
  }),
};

export type OrderParams = z.output<typeof schemas.create | typeof schemas.wap | typeof schemas.page>;
