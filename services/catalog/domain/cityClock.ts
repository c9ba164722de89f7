import { tzOffset, tzScan } from '@date-fns/tz';
import { LRUCache } from 'lru-cache';
import { type UtcOffset } from '#shared/contracts/catalog/cities';

const quarterHourMs = 15 * 60_000;
/** A zone's year is looked through once: it takes some hundred steps. */
const known = new LRUCache<string, readonly UtcOffset[]>({ max: 500 });

/**
 * How far the clocks of a time zone are ahead of UTC, from the beginning of the year before `now` to the end of the year after
 * it, oldest first. It stays the same for a year, so that replies can be compared.
 */
export function utcOffsets(timeZone: string, now: Date): readonly UtcOffset[] {
  const year = now.getUTCFullYear();
  const key = `${timeZone} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const start = new Date(Date.UTC(year - 1, 0));
  const changes = tzScan(timeZone, { start, end: new Date(Date.UTC(year + 2, 0)) });
  const offsets = [
    { from: start.toISOString(), minutes: tzOffset(timeZone, start) },
    ...changes.map(({ date, offset }) => ({
      from: changedAt(timeZone, date, offset).toISOString(),
      minutes: offset,
    })),
  ];
  known.set(key, offsets);
  return offsets;
}

/** The scan names the first full UTC hour with the new offset; zones of half hours change within one. */
function changedAt(timeZone: string, fullHour: Date, offset: number): Date {
  const quarters = [3, 2, 1].map((n) => new Date(fullHour.getTime() - n * quarterHourMs));
  return quarters.find((at) => tzOffset(timeZone, at) === offset) ?? fullHour;
}
