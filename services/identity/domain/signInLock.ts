/** How guessing is held up: so many wrong tries are free, then each locks for twice as long as the one before. */
export const freeTries = 5;
export const firstLockSeconds = 30;
export const maxLockSeconds = 3_600;
/** Wrong tries are forgotten after this long without a further one. */
export const triesForgottenSeconds = 24 * 3_600;

/** Seconds that a name stays locked after its `failures`-th wrong try in a row. */
export const lockSeconds = (failures: number): number =>
  failures < freeTries
    ? 0
    : Math.min(maxLockSeconds, firstLockSeconds * 2 ** Math.min(failures - freeTries, 20));

/** One-time codes: how long one counts, how often one may be sent, and how long its reply may be asked for again. */
export const phoneCodeRules = {
  lifetimeSeconds: 300,
  pauseSeconds: 60,
  perDay: 10,
  triesPerCode: 5,
  repeatSeconds: 10,
} as const;
