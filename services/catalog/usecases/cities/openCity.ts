import { defaultCityRules } from '#shared/contracts/cityRules';
import { type citiesApi } from '#shared/contracts/catalog/cities';
import { type BodyOf } from '#shared/contracts/endpoint';
import { type CityId } from '#shared/contracts/ids';
import { type City } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** A new city begins with the usual rules. */
export const openCity = (
  { cities }: Pick<CatalogDeps, 'cities'>,
  cityId: CityId,
  fields: BodyOf<typeof citiesApi.openCity>,
): Promise<City> =>
  cities.insert({ _id: cityId, ...fields, rules: defaultCityRules, version: 1, windows: [], outbox: [] });
