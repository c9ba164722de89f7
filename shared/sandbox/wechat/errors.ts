/** WeChat's error numbers that the stand-in answers, with its words. All arrive with status 200. */
const messages = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  10060001: '支付单不存在',
  10060003: '支付单已使用重新发货机会',
  10060004: '支付单处于不可发货的状态',
  10060005: '物流类型有误',
  10060006: '非快递发货时不允许分拆发货',
  10060007: '分拆发货模式下必须填写 is_all_delivered 字段',
  10060008: '商品描述 item_desc 字段不能为空',
  10060009: '商品描述 item_desc 字段太长',
  10060014: '参数错误',
  10060023: '发货信息未更新',
  10060024: '物流信息列表太长',
  10060031: '订单不属于 openid 所指定的用户',
  268485194: '商户侧单号形式需填写商户号和商户侧单号',
  268485195: '微信支付单号形式需填写微信支付单号',
  268485216: '上传时间非法，请按照 RFC 3339 格式填写',
  268485224: '发货模式非法',
} as const;

/** An answer like `{ errcode: 40029, errmsg: 'invalid code' }`. */
export class WechatFailure extends Error {
  override name = 'WechatFailure';
  readonly errcode: keyof typeof messages;
  constructor(errcode: keyof typeof messages, detail?: string) {
    super(detail === undefined ? messages[errcode] : `${messages[errcode]} ${detail}`);
    this.errcode = errcode;
  }
}
