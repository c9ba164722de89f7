import { beijing } from '../../kit/beijing';
import { randomText } from '../../kit/ids';
import { yuan } from '../../kit/yuan';
import { invalid, refused } from '../failures';
import { LOGON_ID, buyerFields, presentTrade } from '../objects/trade';
import type { Bills } from '../operations/bills';
import { findRefund, refundTrade } from '../operations/refunds';
import { USUAL_MS, closeTrade, createTrade, findTrade, lookUp } from '../operations/trades';
import type { Fields } from '../signing';
import type { Order, TradeRecord } from '../state/records';
import { time, type World } from '../world';
import { readParams, schemas, type OrderParams } from './params';

export type Call = {
  world: World;
  bills: Bills;
  /** The common parameters, which stand beside `biz_content`. */
  common: Fields;
  biz: unknown;
};

/** What an order says, with the address for its notices. @throws AlipayFailure ACQ.INVALID_PARAMETER for another merchant's */
export function orderOf({ world, common }: Call, given: OrderParams): Order {
  if (given.seller_id !== undefined && given.seller_id !== world.account.sellerId)
    throw refused('ACQ.INVALID_PARAMETER', 'seller_id');
  const notifyUrl = common['notify_url'] ?? '';
  if (notifyUrl !== '' && !(URL.canParse(notifyUrl) && /^https?:/.test(notifyUrl)))
    throw refused('ACQ.INVALID_PARAMETER', 'notify_url');
  return {
    outTradeNo: given.out_trade_no,
    product: given.product_code,
    total: given.total_amount,
    subject: given.subject,
    body: given.body ?? null,
    passback: given.passback_params ?? null,
    notifyUrl: notifyUrl === '' ? null : notifyUrl,
    expires: given.time_expire ?? time(world) + (given.timeout_express ?? USUAL_MS),
  };
}

const numbersOf = ({ id, tradeNo }: TradeRecord) => ({ out_trade_no: id, trade_no: tradeNo });

function create(call: Call) {
  const given = readParams(schemas.create, call.biz);
  if (given.op_app_id !== call.world.account.appId) throw refused('ACQ.INVALID_PARAMETER', 'op_app_id');
  const trade = createTrade(call.world, orderOf(call, given), given.buyer_open_id ?? given.buyer_id ?? null);
  return numbersOf(trade);
}

const query = ({ world, biz }: Call) => presentTrade(findTrade(world, readParams(schemas.trade, biz)));

const close = ({ world, biz }: Call) => numbersOf(closeTrade(world, readParams(schemas.close, biz)));

/** Closes what is not paid, gives back what is, and is content with what is not there. */
function cancel({ world, biz }: Call) {
  const given = readParams(schemas.close, biz);
  const trade = lookUp(world, given);
  if (!trade) return { out_trade_no: given.out_trade_no ?? '', retry_flag: 'N' };
  if (trade.state.kind === 'TRADE_SUCCESS')
    refundTrade(world, given, { amount: trade.total - trade.refunded, request: `cancel_${trade.id}` });
  else if (trade.state.kind === 'WAIT_BUYER_PAY') closeTrade(world, given);
  return {
    ...numbersOf(trade),
    retry_flag: 'N',
    action: trade.state.kind === 'TRADE_SUCCESS' ? 'refund' : 'close',
  };
}

/** `refund_fee` is the sum of all that was given back so far. `fund_change: N`: not by this request, or not yet. */
function refund({ world, biz }: Call) {
  const given = readParams(schemas.refund, biz);
  const {
    trade,
    refund: made,
    changed,
  } = refundTrade(world, given, {
    amount: given.refund_amount,
    request: given.out_request_no,
  });
  return {
    buyer_logon_id: LOGON_ID,
    ...buyerFields(trade.buyer),
    fund_change: changed ? 'Y' : 'N',
    ...(made.state.kind === 'succeeded' && { gmt_refund_pay: beijing.dateTime(made.state.at) }),
    ...numbersOf(trade),
    refund_fee: yuan(trade.refunded),
    send_back_fee: yuan(made.state.kind === 'succeeded' ? made.amount : 0),
  };
}

/** Nothing but the success of the question where there is no such refund, or it failed; no status while it is under way. */
function refundQuery({ world, biz }: Call) {
  const given = readParams(schemas.refundQuery, biz);
  const { trade, refund: found } = findRefund(world, given, given.out_request_no);
  if (!found || found.state.kind === 'failed') return {};
  const isDone = found.state.kind === 'succeeded';
  return {
    ...numbersOf(trade),
    out_request_no: found.request,
    refund_amount: yuan(found.amount),
    total_amount: yuan(trade.total),
    ...(isDone && { refund_status: 'REFUND_SUCCESS' }),
    ...(found.state.kind === 'succeeded' &&
      given.query_options?.includes('gmt_refund_pay') && {
        gmt_refund_pay: beijing.dateTime(found.state.at),
      }),
  };
}

const bill = ({ bills, biz }: Call) => bills.request(readParams(schemas.bill, biz).bill_date);

/** Documentation: opendocs.alipay.com, alipay.system.oauth.token (/open/02ailc). Its parameters stand beside `biz_content`. */
function oauthToken({ world, common }: Call) {
  if (common['grant_type'] !== 'authorization_code')
    throw invalid('isv.grant-type-invalid', 'grant_type参数不正确');
  const openId = world.redeemCode(common['code'] ?? '');
  return {
    access_token: `authusrB${randomText(32)}`,
    auth_start: beijing.dateTime(time(world)),
    expires_in: 31_536_000,
    re_expires_in: 31_536_000,
    refresh_token: `authusrB${randomText(32)}`,
    ...(/^\d{16}$/.test(openId) ? { user_id: openId } : { open_id: openId }),
  };
}

/** Every method that answers in JSON. */
export const methods: ReadonlyMap<string, (call: Call) => object> = new Map<string, (call: Call) => object>([
  ['alipay.trade.create', create],
  ['alipay.trade.query', query],
  ['alipay.trade.close', close],
  ['alipay.trade.cancel', cancel],
  ['alipay.trade.refund', refund],
  ['alipay.trade.fastpay.refund.query', refundQuery],
  ['alipay.data.dataservice.bill.downloadurl.query', bill],
  ['alipay.system.oauth.token', oauthToken],
]);

/** Success has its code, but for the token, which has none. */
export const isBare = (method: string) => method === 'alipay.system.oauth.token';
