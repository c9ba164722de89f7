/**
 * What a refusal means for us:
 * `passing` – nobody knows what became of the call: it may be repeated under the same number, which tells;
 * `setup` – our own keys, contract or request are wrong: nothing that a shopper can do helps;
 * `no_trade` – nothing is known under the number;
 * `no_bill` – there is no bill of that day, or not yet;
 * `code_spent` – the code of a person was used, or is too old;
 * `final` – this will not be done, whatever is repeated.
 */
export type Meaning = 'passing' | 'setup' | 'no_trade' | 'no_bill' | 'code_spent' | 'final';

/**
 * By the finer code. Documentation: opendocs.alipay.com, 公共错误码 (/common/02km9f) and 业务错误码 of each method.
 * Alipay spells two of them wrongly itself.
 */
const bySubCode: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['ACQ.SYSTEM_ERROR', 'passing'],
  ['AQC.SYSTEM_ERROR', 'passing'],
  ['aop.ACQ.SYSTEM_ERROR', 'passing'],
  ['aop.unknow-error', 'passing'],
  ['isp.unknow-error', 'passing'],
  ['isv.app-call-limited', 'passing'],
  ['ACQ.ACCESS_FORBIDDEN', 'setup'],
  ['ACQ.MERCHANT_AGREEMENT_NOT_EXIST', 'setup'],
  ['ACQ.MERCHANT_AGREEMENT_INVALID', 'setup'],
  ['ACQ.MERCHANT_STATUS_NOT_NORMAL', 'setup'],
  ['ACQ.PARTNER_ERROR', 'setup'],
  ['ACQ.TRADE_NOT_EXIST', 'no_trade'],
  ['isp.bill_not_exist', 'no_bill'],
  ['isv.code-invalid', 'code_spent'],
]);

/** By the coarse code, for what is not named above. */
const byCode: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['20000', 'passing'],
  ['40005', 'passing'],
  ['20001', 'setup'],
  ['40001', 'setup'],
  ['40002', 'setup'],
  ['40003', 'setup'],
  ['40006', 'setup'],
  ['40004', 'final'],
]);

/** What Alipay's answer means; a coarse code that nobody knows is no answer that could be relied on. */
export const meaningOf = (code: string, subCode: string): Meaning =>
  bySubCode.get(subCode) ?? byCode.get(code) ?? 'passing';

/** `seller_balance_not_enough` for `ACQ.SELLER_BALANCE_NOT_ENOUGH`: what operators read of a refund that failed. */
export const failureOf = (subCode: string): string =>
  subCode.replace(/^.*\./, '').replaceAll('-', '_').toLowerCase() || 'refused';
