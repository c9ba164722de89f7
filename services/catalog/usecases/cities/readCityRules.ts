import { type CityId } from '#shared/contracts/ids';
import { type City } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** A city with all its rules, for operators. @throws {Refused} NOT_FOUND */
export const readCityRules = ({ cities }: Pick<CatalogDeps, 'cities'>, cityId: CityId): Promise<City> =>
  cities.one(cityId);
