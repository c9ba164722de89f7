import { CityRules } from '#shared/contracts/cityRules';
import { type citiesApi } from '#shared/contracts/catalog/cities';
import { type BodyOf } from '#shared/contracts/endpoint';
import { type CityId } from '#shared/contracts/ids';
import { type City } from '../../domain/range';
import { type CatalogDeps } from '../deps';
import { event } from '../event';

/** @throws {Refused} CHANGED_MEANWHILE */
export async function changeCityRules(
  { cities, now, nudge }: Pick<CatalogDeps, 'cities' | 'now' | 'nudge'>,
  cityId: CityId,
  { version, rules: changes }: BodyOf<typeof citiesApi.changeCityRules>,
): Promise<City> {
  const before = await cities.one(cityId);
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const rules = CityRules.parse({ ...before.rules, ...Object.fromEntries(given) });
  const told = event('catalog.city_rules_changed.v1', cityId, { cityId, rules }, { now: now() });
  const city = await cities.changeRules(cityId, version, rules, told);
  nudge('cities', city);
  return city;
}
