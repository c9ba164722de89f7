/** What one socket may send: a burst, then a steady rate. */
const burst = 30;
const perSecond = 10;
/** Whoever goes on far beyond that is cut off. */
const patience = 200;

export type Allowance = { readonly take: () => 'allowed' | 'refused' | 'abused' };

/** @param clock milliseconds that only go forward. */
export function allowance(clock: () => number): Allowance {
  let left = burst;
  let refused = 0;
  let at = clock();
  return {
    take() {
      const now = clock();
      left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
      at = now;
      if (left < 1) return (refused += 1) > patience ? 'abused' : 'refused';
      left -= 1;
      refused = 0;
      return 'allowed';
    },
  };
}
