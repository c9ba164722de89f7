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

/** Whether `given` is today's number, or yesterday's: a photo may wait for a signal. */
export async function isNumberOfTheDay(
  { dayNumbers, terms, now }: Deps,
  { cityId, cycleId }: Pick<Order, 'cityId' | 'cycleId'>,
  given: string | undefined,
): Promise<boolean> {
  if (given === undefined) return false;
  const { timeZone } = await terms.cycle(cycleId);
  const days = [now(), subDays(now(), 1)].map((at) => cityDay(at, timeZone));
  const numbers = await Promise.all(days.map((day) => dayNumbers.of(cityId, day)));
  return numbers.includes(given);
}
