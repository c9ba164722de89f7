import { type CityId } from '#shared/contracts/ids';
import { type City } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND */
export const readCity = ({ cities }: Pick<CatalogDeps, 'cities'>, cityId: CityId): Promise<City> =>
  cities.one(cityId);
