const dayMs = 24 * 3_600_000;
const beijingAheadMs = 8 * 3_600_000;

/** When a day (`2026-11-29`) of the providers begins and ends: from midnight to midnight in Beijing's time, which has no summer time. */
export function boundsOf(day: string): { readonly from: Date; readonly until: Date } {
  const from = Date.parse(`${day}T00:00:00Z`) - beijingAheadMs;
  return { from: new Date(from), until: new Date(from + dayMs) };
}

/** A moment as the wallets write it, in Beijing's time: `2026-11-29 23:59:59`. */
export const beijingMoment = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);

/** `-12.34` and `0.07000` become fen; not a number for what is no amount. */
export function fenOf(text: string): number {
  if (!/^-?\d{1,10}(\.\d{1,5})?$/.test(text)) return Number.NaN;
  return Math.round(Number(text) * 100) + 0;
}
