import { subDays } from 'date-fns';
import { type Order } from '../../domain/order';
import { cityDay } from '../../domain/claims/cityDay';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'dayNumbers' | 'terms' | 'now'>;

/** The city's day, and the number that goes into photos taken on it. */
export async function dayNumberFor(
  { dayNumbers, terms, now }: Deps,
  { cityId, cycleId }: Pick<Order, 'cityId' | 'cycleId'>,
): Promise<{ readonly day: string; readonly dayNumber: string }> {
  const { timeZone } = await terms.cycle(cycleId);
  const day = cityDay(now(), timeZone);
  return { day, dayNumber: await dayNumbers.of(cityId, day) };
}

/** The day of which `given` is the number: today, or yesterday, since a photo may wait for a signal; undefined: of neither. */
export async function dayOfNumber(
  { dayNumbers, terms, now }: Deps,
  { cityId, cycleId }: Pick<Order, 'cityId' | 'cycleId'>,
  given: string | undefined,
): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const { timeZone } = await terms.cycle(cycleId);
  const days = [now(), subDays(now(), 1)].map((at) => cityDay(at, timeZone));
  const numbers = await Promise.all(days.map((day) => dayNumbers.of(cityId, day)));
  return days[numbers.indexOf(given)];
}
