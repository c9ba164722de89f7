/**
 * Sub codes with the words that Alipay has for them.
 * Documentation: opendocs.alipay.com, 公共错误码 (/common/02km9f), and "业务错误码" of alipay.trade.create (/mini/6039ed0c_alipay.trade.create),
 * alipay.trade.close, .cancel, .refund, .query (/open/028woa and those beside it).
 */
const business = {
  'ACQ.TRADE_NOT_EXIST': '交易不存在',
  'ACQ.TRADE_HAS_SUCCESS': '交易已被支付',
  'ACQ.TRADE_HAS_CLOSE': '交易已经关闭',
  'ACQ.TRADE_STATUS_ERROR': '交易状态不合法',
  'ACQ.TRADE_BUYER_NOT_MATCH': '交易买家不匹配',
  'ACQ.CONTEXT_INCONSISTENT': '交易信息被篡改',
  'ACQ.INVALID_PARAMETER': '参数无效',
  'ACQ.SELLER_BALANCE_NOT_ENOUGH': '卖家余额不足',
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL': '退款金额超限',
  'ACQ.DISCORDANT_REPEAT_REQUEST': '请求信息不一致',
  'ACQ.TRADE_NOT_ALLOW_REFUND': '当前交易不允许退款',
  'isp.bill_not_exist': '账单不存在',
} as const;

type Refusal = { code: string; msg: string; sub_code: string; sub_msg: string };

/** An answer like `{ code: '40004', msg: 'Business Failed', sub_code: 'ACQ.TRADE_NOT_EXIST', sub_msg: '交易不存在' }`. */
export class AlipayFailure extends Error {
  override name = 'AlipayFailure';
  readonly body: Refusal;
  constructor(body: Refusal) {
    super(body.sub_msg);
    this.body = body;
  }
}

export const isRefusal = (error: unknown): error is AlipayFailure => error instanceof AlipayFailure;

export const refused = (subCode: keyof typeof business, detail?: string) =>
  new AlipayFailure({
    code: '40004',
    msg: 'Business Failed',
    sub_code: subCode,
    sub_msg: detail === undefined ? business[subCode] : `${business[subCode]}：${detail}`,
  });

/** The request itself is wrong, whatever it is about. */
export const invalid = (subCode: string, message: string) =>
  new AlipayFailure({ code: '40002', msg: 'Invalid Arguments', sub_code: subCode, sub_msg: message });

export const missing = (subCode: string, message: string) =>
  new AlipayFailure({
    code: '40001',
    msg: 'Missing Required Arguments',
    sub_code: subCode,
    sub_msg: message,
  });

export const callLimited = () =>
  new AlipayFailure({
    code: '40005',
    msg: 'Call Limited',
    sub_code: 'isv.app-call-limited',
    sub_msg: '应用调用次数超限',
  });

export const systemError = () =>
  new AlipayFailure({
    code: '20000',
    msg: 'Service Currently Unavailable',
    sub_code: 'aop.ACQ.SYSTEM_ERROR',
    sub_msg: '系统异常',
  });
