import { cityDateOf, instantOf } from '../../domain/cityTime';
import { type DeliveryDeps } from '../deps';

/** Midnight in the city, with which the day's counts begin. */
export async function startOfToday(
  { cityOf, now }: DeliveryDeps,
  cityId: Parameters<DeliveryDeps['cityOf']>[0],
): Promise<Date> {
  const { timeZone } = await cityOf(cityId);
  return instantOf(cityDateOf(now(), timeZone), '00:00', timeZone);
}
