import { type CityId } from '#shared/contracts/ids';
import { cityDateOf, daysAfter } from '../../domain/cityTime';
import { type DeliveryDeps } from '../deps';

export async function aroundToday(
  { now, cityOf }: DeliveryDeps,
  cityId: CityId,
): Promise<[string, string, string]> {
  const today = cityDateOf(now(), (await cityOf(cityId)).timeZone);
  return [daysAfter(today, -1), today, daysAfter(today, 1)];
}
