import { Refused } from '#shared/kit/domainError';

/**
 * What WeChat Pay's error codes mean for us:
 * - `passing`: it has trouble, or wants to be asked less often, or we are set up wrongly: the same request may work later;
 * - `missing`: it does not know what was asked for;
 * - `final`: it will not do this. A number that was used already is one of these (`OUT_TRADE_NO_USED`, and `INVALID_REQUEST` with
 *   `201 商户订单号重复`), so whoever wrote asks how it stands.
 *
 * Documentation: pay.weixin.qq.com, "错误码" of each call (/doc/v3/merchant/4012791856 and those beside it); the spellings without
 * `_` come from older pages (/wiki/doc/apiv3/apis/chapter3_4_3.shtml).
 */
const meanings = {
  SYSTEM_ERROR: 'passing',
  SYSTEMERROR: 'passing',
  BANK_ERROR: 'passing',
  BANKERROR: 'passing',
  FREQUENCY_LIMITED: 'passing',
  FREQUENCY_LIMIT_EXCEED: 'passing',
  RATELIMIT_EXCEEDED: 'passing',
  BIZERR_NEED_RETRY: 'passing',
  ORDER_NOT_READY: 'passing',
  SIGN_ERROR: 'passing',

  ORDER_NOT_EXIST: 'missing',
  ORDERNOTEXIST: 'missing',
  REFUNDNOTEXIST: 'missing',
  RESOURCE_NOT_EXISTS: 'missing',
  NO_STATEMENT_EXIST: 'missing',
  STATEMENT_CREATING: 'missing',

  OUT_TRADE_NO_USED: 'final',
  INVALID_REQUEST: 'final',
  PARAM_ERROR: 'final',
  ORDERPAID: 'final',
  ORDER_CLOSED: 'final',
  ORDERCLOSED: 'final',
  TRADE_ERROR: 'final',
  RULE_LIMIT: 'final',
  RULELIMIT: 'final',
  NOT_ENOUGH: 'final',
  NOTENOUGH: 'final',
  ACCOUNT_ERROR: 'final',
  ACCOUNTERROR: 'final',
  USER_ACCOUNT_ABNORMAL: 'final',
  REQUEST_BLOCKED: 'final',
  OPENID_MISMATCH: 'final',
  INVALID_TRANSACTIONID: 'final',
  APPID_MCHID_NOT_MATCH: 'final',
  MCH_NOT_EXISTS: 'final',
  NO_AUTH: 'final',
  NOAUTH: 'final',
} as const;

export type Meaning = (typeof meanings)[keyof typeof meanings];

/** A code that WeChat Pay adds is not guessed at: it may pass. */
export const meaningOf = (code: string): Meaning =>
  Object.hasOwn(meanings, code) ? meanings[code as keyof typeof meanings] : 'passing';

/** WeChat Pay said no: it is alive, and will not change its mind. */
export class WechatPayRefusal extends Error {
  override readonly name = 'WechatPayRefusal';
  readonly code: string;
  readonly meaning: Exclude<Meaning, 'passing'>;
  constructor(code: string, meaning: Exclude<Meaning, 'passing'>) {
    super(`WeChat Pay refused: ${code}`);
    this.code = code;
    this.meaning = meaning;
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof WechatPayRefusal && error.meaning === 'missing';

/** Of a call that only asks: a refusal that does not say "missing" is none that a shopper could do anything about. */
export const asUnavailable = (error: unknown): unknown =>
  error instanceof WechatPayRefusal ? new Refused('PAYMENT_UNAVAILABLE') : error;
