import { OrderId, PaymentId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { type Clock } from '#shared/kit/clock';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { type StatementRow } from '../paymentProvider';
import { beijingMoment, boundsOf, fenOf } from '../statements/day';
import { type Gateway } from './gateway';
import { refundOf } from './refunds';
import { unzip } from './unzip';

const method = 'alipay.data.dataservice.bill.downloadurl.query';
/** Documentation: opendocs.alipay.com, alipay.data.dataservice.bill.downloadurl.query (/open/028woc). */
const Address = z.object({ bill_download_url: z.url({ protocol: /^https?$/ }) });
/** Bills are there from nine o'clock on the next day; one that is missing three hours later is of a day on which nothing moved. */
const lateMs = 12 * 3_600_000;
const largestFile = 256 * 1024 * 1024;

type Reading = {
  readonly gateway: Gateway;
  readonly now: Clock;
  readonly log: Pick<Log, 'warn'>;
  /** How long the file may take, in ms. */
  readonly timeoutMs: number;
};

/**
 * The bill of a day, as rows.
 * @throws {Refused} PAYMENT_UNAVAILABLE
 */
export async function fetchBill(
  { gateway, now, log, timeoutMs }: Reading,
  day: string,
): Promise<readonly StatementRow[] | 'waiting'> {
  const answer = await gateway.ask(method, { bill_type: 'trade', bill_date: day }, Address);
  if (answer.kind === 'refused') {
    if (answer.meaning !== 'no_bill') throw new Refused('PAYMENT_UNAVAILABLE');
    return now().getTime() < boundsOf(day).until.getTime() + lateMs ? 'waiting' : [];
  }
  try {
    const { bill_download_url: address } = answer.facts;
    const file = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!file.ok) throw new Error(`status ${file.status}`);
    return readBill(Buffer.from(await file.arrayBuffer()));
  } catch (err) {
    log.warn({ err, day }, 'a bill of Alipay cannot be read');
    throw new Refused('PAYMENT_UNAVAILABLE');
  }
}

/**
 * The rows of a bill: an archive of two tables in GBK, of which the one without `汇总` in its name has every movement. Its rows of a
 * payment carry the fee as a negative number.
 * Documentation: opendocs.alipay.com, 业务账单字段说明.
 * @throws {Error} for what is none, or whose sums are not those of its rows
 */
export function readBill(archive: Buffer): StatementRow[] {
  const chinese = new TextDecoder('gb18030');
  const table = unzip(archive, largestFile).find(({ name }) => !chinese.decode(name).includes('汇总'));
  if (!table) throw new Error('The archive has no table');
  const lines = chinese.decode(table.content).trimEnd().split(/\r?\n/);
  const head = lines.findIndex((line) => line.includes('商户订单号'));
  const names = (lines[head] ?? '').split(',').map((name) => name.trim());
  const end = lines.findIndex((line, at) => at > head && line.startsWith('#'));
  if (head < 0 || end < 0) throw new Error('The table has no rows');
  const rows = lines.slice(head + 1, end).map((line) => {
    const values = line.split(',').map((value) => value.trim());
    return toRow(Object.fromEntries(names.map((name, at): [string, string] => [name, values[at] ?? ''])));
  });
  for (const [word, kind] of [
    ['交易', 'payment'],
    ['退款', 'refund'],
  ] as const) {
    const told = new RegExp(`^#${word}合计：(\\d+)笔`, 'm').exec(lines.slice(end).join('\n'))?.[1];
    if (told !== undefined && Number(told) !== rows.filter((row) => row.kind === kind).length)
      throw new Error('The sums are not those of the rows');
  }
  return rows;
}

const kinds: ReadonlyMap<string, 'payment' | 'refund'> = new Map([
  ['交易', 'payment'],
  ['退款', 'refund'],
] as const);

function toRow(line: Readonly<Record<string, string>>): StatementRow {
  const text = (name: string) => line[name] ?? '';
  const kind = kinds.get(text('业务类型')) ?? 'other';
  const [trade, number, request] = [text('支付宝交易号'), text('商户订单号'), text('退款批次号/请求号')];
  const [amountFen, feeFen] = [fenOf(text('订单金额（元）')), 0 - fenOf(text('服务费（元）'))];
  const at = beijingMoment(text('完成时间'));
  if (trade === '' || [amountFen, feeFen, at.getTime()].some(Number.isNaN))
    throw new Error('A row is not understood');
  const paymentId = PaymentId.safeParse(number).data;
  const refundId = kind === 'refund' ? refundOf(request) : undefined;
  // What we call a trade ends in its order's id (`orderParams`): nothing else of the order is in a bill.
  const orderId = OrderId.safeParse(text('商品名称').split(' ').at(-1)).data;
  return {
    ...{ rowId: kind === 'payment' ? trade : `${trade}/${request}`, kind, amountFen, feeFen, at },
    intentId: number,
    ...(orderId !== undefined && { orderId }),
    ...(paymentId !== undefined && { paymentId }),
    ...(refundId !== undefined && { refundId }),
    ...(kind === 'other' && { words: text('业务类型').slice(0, 200) }),
  };
}
