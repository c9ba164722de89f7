import { beijing } from '../../kit/beijing';
import { feeOf, yuan } from '../../kit/yuan';
import type { RefundRecord, TradeRecord } from '../state/records';
import type { World } from '../world';
import { LOGON_ID, paidAt } from './trade';

/** 0.60 %, in hundredths of a percent. */
const RATE = 60;

const columns =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';
const summary =
  '门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）';

type Line = {
  trade: TradeRecord;
  type: '交易' | '退款';
  at: number;
  amount: number;
  fee: number;
  request: string;
};

/** A trade that was never made here: somebody else's, or nobody's. */
const madeUp = (id: string, fen: number, at: number): TradeRecord => ({
  ...{ id, outTradeNo: id, tradeNo: `2026${id}`, product: 'JSAPI_PAY', created: at, total: fen, subject: id },
  ...{ body: null, passback: null, notifyUrl: null, expires: at, buyer: null, refunded: 0 },
  state: { kind: 'TRADE_SUCCESS', at },
});

function row({ trade, type, at, amount, fee, request }: Line): string {
  const none = '0.00';
  return [
    trade.tradeNo,
    trade.id,
    type,
    trade.subject.replaceAll(',', '，'),
    beijing.dateTime(trade.created),
    beijing.dateTime(at),
    '',
    '',
    '',
    '',
    LOGON_ID,
    yuan(amount),
    yuan(amount),
    none,
    none,
    none,
    none,
    none,
    '',
    none,
    none,
    request,
    yuan(fee),
    none,
    (trade.body ?? '').replaceAll(',', '，'),
  ]
    .map((value) => `${value}\t`)
    .join(',');
}

/**
 * The bill of the time from `from` to `until` as two tables, or null when nothing was paid or refunded: what happened, line by line, and
 * the sums. A payment carries its fee as a negative number, a refund gives its part back.
 * Documentation: opendocs.alipay.com, alipay.data.dataservice.bill.downloadurl.query (/open/028woc) and 业务账单字段说明.
 */
export function tradeBill(
  { store, account, statementFaults }: World,
  from: number,
  until: number,
): { lines: string; sums: string } | null {
  const isInside = (at: number) => at >= from && at < until;
  const added = statementFaults.added(from, until).map(({ id, fen, at }) => madeUp(id, fen, at));
  const payments = [...store.trade.all(), ...added].flatMap((trade): Line[] => {
    const at = paidAt(trade);
    if (at === null || !isInside(at) || statementFaults.leavesOut(trade.id)) return [];
    const amount = trade.total + statementFaults.wrongBy(trade.id);
    return [{ trade, type: '交易', at, amount, fee: -feeOf(amount, RATE), request: '' }];
  });
  const refunds = store.refund.all().flatMap((refund: RefundRecord): Line[] => {
    const trade = store.trade.get(refund.trade);
    const { request } = refund;
    if (!trade || refund.state.kind !== 'succeeded' || !isInside(refund.state.at)) return [];
    if (statementFaults.leavesOut(request)) return [];
    const amount = refund.amount + statementFaults.wrongBy(request);
    return [{ trade, type: '退款', at: refund.state.at, amount: -amount, fee: feeOf(amount, RATE), request }];
  });
  const all = [...payments, ...refunds].sort((one, other) => one.at - other.at);
  if (all.length === 0) return null;

  const sum = (lines: readonly Line[], of: 'amount' | 'fee') =>
    lines.reduce((total, line) => total + line[of], 0);
  const day = (at: number) =>
    `${beijing.digits(at, 4)}年${beijing.day(at).slice(5, 7)}月${beijing.day(at).slice(8)}日 00:00:00`;
  const head = [
    '#支付宝业务明细查询',
    `#账号：[${account.sellerId}0156]`,
    `#起始日期：[${day(from)}]   终止日期：[${day(until)}]`,
  ];
  const rule = (words: string) => `#${'-'.repeat(41)}${words}${'-'.repeat(40)}`;
  const lines = [
    ...head,
    rule('业务明细列表'),
    columns,
    ...all.map(row),
    rule('业务明细列表结束'),
    `#交易合计：${payments.length}笔，商家实收共${yuan(sum(payments, 'amount'))}元，商家优惠共0.00元`,
    `#退款合计：${refunds.length}笔，商家实收退款共${yuan(sum(refunds, 'amount'))}元，商家优惠退款共0.00元`,
    `#导出时间：[${day(until)}]`,
  ];
  const [amount, fee] = [sum(all, 'amount'), sum(all, 'fee')];
  const totals = [
    '合计',
    '',
    payments.length,
    refunds.length,
    yuan(amount),
    yuan(amount),
    '0.00',
    '0.00',
    '0.00',
    yuan(fee),
    '0.00',
    yuan(amount + fee),
  ];
  const sums = [
    ...head,
    rule('业务汇总列表'),
    summary,
    totals.map((value) => `${value}\t`).join(','),
    rule('业务汇总列表结束'),
    `#导出时间：[${day(until)}]`,
  ];
  const file = (rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;
  return { lines: file(lines), sums: file(sums) };
}
