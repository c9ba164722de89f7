import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { OrderId, PaymentId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { type StatementRow } from '../paymentProvider';
import { beijingMoment, fenOf } from '../statements/day';
import { type Call } from './calls';
import { asUnavailable, WechatPayRefusal } from './failures';
import { readRefundNumber } from './numbers';
import { type Send } from './transport';

/** Where a bill is fetched. Documentation: pay.weixin.qq.com, 申请交易账单 (/doc/v3/merchant/4012791866). */
const Address = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string(),
  download_url: z.url({ protocol: /^https?$/ }),
});
/** A bill of a hundred thousand payments has about 40 MB. */
const largestBill = 256 * 1024 * 1024;
/** With what the sums at the end of a bill begin. */
const sumsBegin = '总交易单数';

type Reading = { readonly call: Call; readonly send: Send; readonly log: Log };

/**
 * The bill of a day, as rows: payments and refunds, a refund on the day that it was asked for. WeChat Pay makes it at ten o'clock on the
 * next day; a day without any has none.
 * @throws {Refused} PAYMENT_UNAVAILABLE, also when the file is not the one that WeChat Pay promised
 */
export async function fetchBill(
  { call, send, log }: Reading,
  day: string,
): Promise<readonly StatementRow[] | 'waiting'> {
  const unavailable = (reason: string) => {
    log.error({ day, reason }, 'a bill of WeChat Pay cannot be read');
    return new Refused('PAYMENT_UNAVAILABLE');
  };
  const address = await call(
    Address,
    'GET',
    `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`,
  ).catch((error: unknown) => {
    if (!(error instanceof WechatPayRefusal)) throw error;
    if (error.code === 'NO_STATEMENT_EXIST') return 'none' as const;
    if (error.code === 'STATEMENT_CREATING') return 'waiting' as const;
    throw asUnavailable(error);
  });
  if (address === 'none') return [];
  if (address === 'waiting') return 'waiting';
  const { pathname, search } = new URL(address.download_url);
  // Its host is the one that was asked: nothing else is sent our signature.
  const file = await send('GET', pathname.slice(Math.max(pathname.indexOf('/v3/'), 0)) + search);
  if (file.status !== 200) throw unavailable(`status ${file.status}`);
  const bill = unpacked(file.body);
  if (!bill) throw unavailable('not packed as was asked for');
  // The file itself is not signed: the signed answer says what it must be.
  if (createHash('sha1').update(bill).digest('hex') !== address.hash_value) throw unavailable('another hash');
  const rows = readBill(bill.toString('utf8'));
  if (typeof rows === 'string') throw unavailable(rows);
  return rows;
}

function unpacked(body: Buffer): Buffer | undefined {
  try {
    return gunzipSync(body, { maxOutputLength: largestBill });
  } catch {
    return undefined;
  }
}

/**
 * The rows of a bill: each value behind a backtick; two rows of sums at the end. A reason where it is none, or its sums are not those of
 * its rows. Documentation: pay.weixin.qq.com, 下载账单 › 账单格式 (/doc/v3/merchant/4012791868).
 */
export function readBill(text: string): StatementRow[] | string {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = head.split(',');
  const end = lines.findIndex((line) => line.startsWith(sumsBegin));
  if (end < 0) return 'no sums';
  const values = (line: string) => line.replace(/^`/, '').split(',`');
  const found = lines.slice(0, end).map((line): StatementRow | undefined => {
    const given = values(line);
    return toRow(Object.fromEntries(names.map((name, at): [string, string] => [name, given[at] ?? ''])));
  });
  const rows = found.filter((row) => row !== undefined);
  if (rows.length < found.length) return 'a row that is not understood';
  const [count] = values(lines[end + 1] ?? '');
  return Number(count) === rows.length ? rows.filter((row) => row.amountFen !== 0) : 'other sums';
}

/** States of a refund in a bill by which nothing moves. */
const unmoved = new Set(['FAIL', 'CLOSED']);

function toRow(line: Readonly<Record<string, string>>): StatementRow | undefined {
  const text = (name: string) => line[name] ?? '';
  const state = text('交易状态');
  const isPayment = state === 'SUCCESS';
  if (!isPayment && state !== 'REFUND' && state !== 'REVOKED') return undefined;
  const [rowId, amount] = isPayment
    ? [text('微信订单号'), fenOf(text('订单金额'))]
    : [text('微信退款单号'), unmoved.has(text('退款状态')) ? 0 : -fenOf(text('申请退款金额'))];
  const [feeFen, at] = [fenOf(text('手续费')), beijingMoment(text('交易时间'))];
  if (rowId === '' || [amount, feeFen, at.getTime()].some(Number.isNaN)) return undefined;
  const number = readRefundNumber(text('商户退款单号'));
  const orderId = number?.orderId ?? OrderId.safeParse(text('商户数据包')).data;
  const paymentId = PaymentId.safeParse(text('商户订单号')).data;
  return {
    ...{ rowId, kind: isPayment ? 'payment' : 'refund', amountFen: amount, feeFen, at },
    intentId: text('商户订单号'),
    ...(paymentId !== undefined && { paymentId }),
    ...(orderId !== undefined && { orderId }),
    ...(number?.kind === 'refund' && { refundId: number.refundId }),
  };
}
