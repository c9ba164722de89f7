import type { Faults } from '../../kit/http/faults';

/**
 * How the next call goes wrong; `path` names a method, e.g. `alipay.trade.refund`. `…_before` happens instead of the work, `…_after` when
 * the work is done and kept. `error_…` is Alipay's own system error, `bad_gateway` an HTTP 502 without a word of it; `slow` answers late,
 * `forged_answer` answers with a signature that is not Alipay's.
 */
export const faultKinds = [
  'error_before',
  'error_after',
  'bad_gateway',
  'rate_limited',
  'reset_before',
  'reset_after',
  'timeout_before',
  'timeout_after',
  'slow',
  'forged_answer',
] as const;

export type AlipayFaults = Faults<(typeof faultKinds)[number]>;
