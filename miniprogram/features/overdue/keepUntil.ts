import { cityDateOf } from '@/design/format/date';

const dayMs = 24 * 3_600_000;
/** All cities keep Beijing time. */
const at = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`).toISOString();

/** Moments until which an order can be kept; only those that lie ahead. `now` in milliseconds. */
export const keepChoices = (now: number) => {
  const tomorrow = cityDateOf(now + dayMs);
  return [
    { name: 'untilTonight' as const, until: at(cityDateOf(now), '22:00') },
    { name: 'untilNoon' as const, until: at(tomorrow, '12:00') },
    { name: 'untilEvening' as const, until: at(tomorrow, '20:00') },
  ].filter(({ until }) => Date.parse(until) > now + 10 * 60_000);
};
