/** A courier's phone reports every few seconds: what is so much older says little of where they are. */
const oldMs = 5 * 60_000;

/** Whether a position of `at` (ISO-8601) must not look like one of this moment. */
export const isOldPosition = (at: string, now: number): boolean => now - Date.parse(at) > oldMs;
