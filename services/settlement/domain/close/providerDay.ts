const dayMs = 24 * 3_600_000;
const beijingAheadMs = 8 * 3_600_000;

/**
 * A day of the payment providers (`2026-11-29`): from midnight to midnight in Beijing's time, for all of them. The wallets make their
 * bills so, and Stripe is asked for the same hours.
 */
export const providerDayOf = (at: Date): string =>
  new Date(at.getTime() + beijingAheadMs).toISOString().slice(0, 10);

export function boundsOf(day: string): { readonly from: Date; readonly until: Date } {
  const from = Date.parse(`${day}T00:00:00Z`) - beijingAheadMs;
  return { from: new Date(from), until: new Date(from + dayMs) };
}

/** The day that is so many days after `day`. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The days from `first` to `last`, both of them; none when `last` is before. At most `most`. */
export function daysFrom(first: string, last: string, most: number): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < most; day = dayAfter(day)) days.push(day);
  return days;
}
