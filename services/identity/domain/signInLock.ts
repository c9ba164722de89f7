/** How guessing is held up: so many wrong tries are free, then each locks for twice as long as the one before. */
export const freeTries = 5;
export const firstLockSeconds = 30;
export const maxLockSeconds = 3_600;
/** Wrong tries are forgotten after this long without a further one. */
export const triesForgottenSeconds = 24 * 3_600;

/** Wrong tries at one name by all strangers together, before strangers are held up, too: guessing from many addresses. */
export const freeTriesOfStrangers = 50;
/** A subscriber who signed in to an account is known to it for so long, and not held up by what strangers do. */
export const knownSeconds = 60 * 86_400;

/** One-time codes that may be sent within an hour: to whatever phones, each of them costs money and disturbs somebody. */
export const codesPerHour = { subscriber: 40, network: 160, everybody: 3_000 } as const;

/** Codes that may be sent to one phone, asked for by all who never signed in with it: more than one of them can use up. */
export const codesPerPhone = { hour: 12, day: 30 } as const;

/** One-time codes, for each who asks for them to a phone: how long one counts, how often one may be sent, and how long its reply may be asked for again. */
export const phoneCodeRules = {
  lifetimeSeconds: 300,
  pauseSeconds: 60,
  perDay: 10,
  triesPerCode: 5,
  repeatSeconds: 10,
} as const;
