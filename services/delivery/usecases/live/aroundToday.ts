import { type CityId } from '#shared/contracts/ids';
import { addDays, format, parseISO } from 'date-fns';
import { cityDateOf } from '../../domain/cityTime';
import { type DeliveryDeps } from '../deps';

export async function aroundToday(
  { now, cityOf }: DeliveryDeps,
  cityId: CityId,
): Promise<[string, string, string]> {
  const today = cityDateOf(now(), (await cityOf(cityId)).timeZone);
  const shifted = (days: number) => format(addDays(parseISO(today), days), 'yyyy-MM-dd');
  return [shifted(-1), today, shifted(1)];
}
