import { type CityRules } from '#shared/contracts/cityRules';
import { type Temperature } from '#shared/contracts/internal/catalog';
import { cityDateOf, instantOf } from './cityTime';
import { later } from './happenedAt';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type OverdueRules = Pick<CityRules, 'chilledOverdueHour' | 'leastPickupMinutes' | 'ambientOverdueHours'>;

/** Until when goods that became ready at `readyAt` should be collected (rule 12): the most perishable line decides. */
export function collectBefore(
  readyAt: Date,
  temperatures: readonly Temperature[],
  rules: OverdueRules,
  timeZone: string,
): Date {
  if (temperatures.every((temperature) => temperature === 'ambient'))
    return new Date(readyAt.getTime() + rules.ambientOverdueHours * hourMs);
  const hour = `${String(rules.chilledOverdueHour).padStart(2, '0')}:00`;
  return later(
    instantOf(cityDateOf(readyAt, timeZone), hour, timeZone),
    new Date(readyAt.getTime() + rules.leastPickupMinutes * minuteMs),
  );
}
