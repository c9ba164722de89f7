/**
 * Error codes with the status that WeChat Pay answers them with.
 * Documentation: pay.weixin.qq.com, 普通商户 › JSAPI支付 › API列表, "错误码" of each page (/doc/v3/merchant/4012791856 and those beside it),
 * and the older table at /wiki/doc/apiv3/apis/chapter3_4_3.shtml.
 */
const statusOf = {
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
  APPID_MCHID_NOT_MATCH: 400,
  ORDERPAID: 400,
  ORDER_CLOSED: 400,
  NO_STATEMENT_EXIST: 400,
  STATEMENT_CREATING: 400,
  SIGN_ERROR: 401,
  TRADE_ERROR: 403,
  NOT_ENOUGH: 403,
  OUT_TRADE_NO_USED: 403,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  NOT_FOUND: 404,
  FREQUENCY_LIMITED: 429,
  SYSTEM_ERROR: 500,
} as const;

export type WechatPayCode = keyof typeof statusOf;

/** An answer like `{ "code": "ORDER_NOT_EXIST", "message": "订单不存在" }`, with `detail` where WeChat Pay has one. */
export class WechatPayFailure extends Error {
  override name = 'WechatPayFailure';
  readonly code: WechatPayCode;
  readonly status: number;
  readonly detail: object | undefined;
  constructor(code: WechatPayCode, message: string, detail?: object) {
    super(message);
    this.code = code;
    this.status = statusOf[code];
    this.detail = detail;
  }
}

export const isRefusal = (error: unknown): error is WechatPayFailure => error instanceof WechatPayFailure;

/** 400 for one parameter. `field` is its path from the root of where it was given, e.g. `/amount/total`. */
export const paramError = (
  field: string,
  issue: string,
  { value, location = 'body' }: { value?: unknown; location?: 'body' | 'query' | 'path' | 'header' } = {},
) =>
  new WechatPayFailure('PARAM_ERROR', `参数错误：${field} ${issue}`, {
    field,
    ...(value !== undefined && { value }),
    issue,
    location,
  });

export const orderMissing = () => new WechatPayFailure('ORDER_NOT_EXIST', '订单不存在');
export const orderPaid = () => new WechatPayFailure('ORDERPAID', '该订单已支付');
export const orderClosed = () => new WechatPayFailure('ORDER_CLOSED', '该订单已关闭');
export const systemError = () => new WechatPayFailure('SYSTEM_ERROR', '系统异常，请用相同参数重新调用');
