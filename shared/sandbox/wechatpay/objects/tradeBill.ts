import { beijing, DAY_MS } from '../../kit/beijing';
import { feeOf, yuan } from '../../kit/yuan';
import type { RefundRecord, TradeRecord } from '../state/records';
import type { World } from '../world';

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND';

/** 0.60 %, in hundredths of a percent. */
const RATE = 60;

/** One line of a bill, by the names of its columns. */
type Line = Record<string, string>;

const before = [
  '交易时间',
  '公众账号ID',
  '商户号',
  '特约商户号',
  '设备号',
  '微信订单号',
  '商户订单号',
  '用户标识',
  '交易类型',
  '交易状态',
  '付款银行',
  '货币种类',
  '应结订单金额',
  '代金券金额',
];
const refundTimes = ['退款申请时间', '退款成功时间'];
const refund = ['微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型', '退款状态'];
const after = ['商品名称', '商户数据包', '手续费', '费率', '订单金额'];
const columns: Record<BillType, string[]> = {
  ALL: [...before, ...refund, ...after, '申请退款金额', '费率备注'],
  SUCCESS: [...before, ...after, '费率备注'],
  REFUND: [...before, ...refundTimes, ...refund, ...after, '申请退款金额', '费率备注'],
};
const sums = [
  '总交易单数',
  '应结订单总金额',
  '退款总金额',
  '充值券退款总金额',
  '手续费总金额',
  '订单总金额',
  '申请退款总金额',
];

/** Money given back later carries its part of the fee back; the fee has five places. */
const fee = (fen: number) => `${yuan(fen)}000`;

function shared({ account }: World, trade: TradeRecord): Line {
  const paid = trade.state.kind === 'SUCCESS' ? trade.state : null;
  return {
    公众账号ID: trade.appid,
    商户号: account.mchid,
    特约商户号: '0',
    设备号: '',
    微信订单号: paid?.transactionId ?? '',
    商户订单号: trade.id,
    用户标识: paid?.openid ?? '',
    交易类型: trade.type,
    付款银行: 'OTHERS',
    货币种类: 'CNY',
    代金券金额: '0.00',
    // A comma would begin another column.
    商品名称: trade.description.replaceAll(',', '，'),
    商户数据包: (trade.attach ?? '').replaceAll(',', '，'),
    费率: '0.60%',
    费率备注: '',
  };
}

/** A trade that was never made here: somebody else's, or nobody's. */
const madeUp = ({ account, now }: World, id: string, fen: number, at: number): TradeRecord => ({
  ...{ id, type: 'NATIVE', created: at, appid: account.appids.miniProgram, description: id, attach: null },
  ...{ notifyUrl: '', total: fen, openid: null, expires: now().getTime(), fingerprint: '' },
  ...{
    state: { kind: 'SUCCESS', transactionId: `42000${id}`, at, openid: 'o-nobody' },
    refunded: 0,
    refunds: 0,
  },
});

const paymentLine = (world: World, trade: TradeRecord, at: number): Line => ({
  ...shared(world, trade),
  交易时间: beijing.dateTime(at),
  交易状态: 'SUCCESS',
  应结订单金额: yuan(trade.total),
  微信退款单号: '0',
  商户退款单号: '0',
  退款金额: '0.00',
  充值券退款金额: '0.00',
  退款类型: '',
  退款状态: '',
  手续费: fee(feeOf(trade.total, RATE)),
  订单金额: yuan(trade.total),
  申请退款金额: '0.00',
});

const refundLine = (world: World, trade: TradeRecord, given: RefundRecord): Line => ({
  ...shared(world, trade),
  交易时间: beijing.dateTime(given.created),
  交易状态: 'REFUND',
  应结订单金额: '0.00',
  退款申请时间: beijing.dateTime(given.created),
  退款成功时间: given.state.status === 'SUCCESS' ? beijing.dateTime(given.state.at) : '',
  微信退款单号: given.refundId,
  商户退款单号: given.id,
  退款金额: yuan(given.amount),
  充值券退款金额: '0.00',
  退款类型: 'ORIGINAL',
  退款状态: given.state.status,
  手续费: fee(-feeOf(given.amount, RATE)),
  订单金额: '0.00',
  申请退款金额: yuan(given.amount),
});

/**
 * The bill of the Beijing day that begins at `from`, as a CSV file, or null when nothing was paid or refunded on it: each value behind
 * a backtick, so that spreadsheets leave it alone; payments in their order, then refunds; one line of sums. Refunds stand on the day
 * that they were asked for.
 * Documentation: pay.weixin.qq.com, 下载账单 › 账单格式 (/doc/v3/merchant/4012791868) and 申请交易账单 (/doc/v3/merchant/4012791866).
 */
export function tradeBill(world: World, from: number, type: BillType): string | null {
  const isToday = (at: number) => at >= from && at < from + DAY_MS;
  const { statementFaults } = world;
  const added = statementFaults
    .added(from, from + DAY_MS)
    .map(({ id, fen, at }) => madeUp(world, id, fen, at));
  const trades = type === 'REFUND' ? [] : [...world.store.trade.all(), ...added];
  const paid = trades
    .flatMap((trade) =>
      trade.state.kind === 'SUCCESS' && isToday(trade.state.at) && !statementFaults.leavesOut(trade.id)
        ? [
            {
              trade: { ...trade, total: trade.total + statementFaults.wrongBy(trade.id) },
              at: trade.state.at,
            },
          ]
        : [],
    )
    .sort((one, other) => one.at - other.at);
  const refunded = (type === 'SUCCESS' ? [] : world.store.refund.all()).flatMap((given) => {
    const trade = world.store.trade.get(given.trade);
    const shown = isToday(given.created) && given.state.status !== 'CLOSED';
    return trade && shown && !statementFaults.leavesOut(given.id)
      ? [{ trade, given: { ...given, amount: given.amount + statementFaults.wrongBy(given.id) } }]
      : [];
  });
  if (paid.length + refunded.length === 0) return null;

  const lines = [
    ...paid.map(({ trade, at }) => paymentLine(world, trade, at)),
    ...refunded.map(({ trade, given }) => refundLine(world, trade, given)),
  ];
  const paidSum = paid.reduce((sum, { trade }) => sum + trade.total, 0);
  const refundedSum = refunded.reduce((sum, { given }) => sum + given.amount, 0);
  const fees =
    paid.reduce((sum, { trade }) => sum + feeOf(trade.total, RATE), 0) -
    refunded.reduce((sum, { given }) => sum + feeOf(given.amount, RATE), 0);
  const totals = [
    String(lines.length),
    yuan(paidSum),
    yuan(refundedSum),
    '0.00',
    fee(fees),
    yuan(paidSum),
    yuan(refundedSum),
  ];
  const row = (values: readonly string[]) => values.map((value) => `\`${value}`).join(',');
  const all = [
    columns[type].join(','),
    ...lines.map((line) => row(columns[type].map((name) => line[name] ?? ''))),
    sums.join(','),
    row(totals),
  ];
  return `\uFEFF${all.join('\r\n')}\r\n`;
}
