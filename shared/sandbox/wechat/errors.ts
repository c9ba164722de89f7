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
