import { cityDateOf } from '@/design/format/date';

/** The twelve months before the one of `now` (an instant in ms), latest first: `2026-10`. */
export const monthsBefore = (now: number): string[] => {
  const [year = 0, month = 1] = cityDateOf(now).split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 7),
  );
};
