import type { Faults } from '../../kit/http/faults';

/**
 * How the next call goes wrong. `…_before` happens instead of the work, `…_after` when the work is done and kept. `slow` answers late,
 * `forged_answer` answers with a signature that is not WeChat Pay's.
 */
export const faultKinds = [
  'error_before',
  'error_after',
  'rate_limited',
  'reset_before',
  'reset_after',
  'timeout_before',
  'timeout_after',
  'slow',
  'forged_answer',
] as const;

export type WechatPayFaults = Faults<(typeof faultKinds)[number]>;
