import type { Faults } from '../../kit/http/faults';

/** How the next call goes wrong. `…_before` happens instead of the work, `…_after` when the work is done and kept. */
export const faultKinds = [
  'error_before',
  'rate_limited',
  'reset_before',
  'reset_after',
  'timeout_before',
  'timeout_after',
] as const;

export type StripeFaults = Faults<(typeof faultKinds)[number]>;
