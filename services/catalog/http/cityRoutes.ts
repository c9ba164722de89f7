import { type citiesApi } from '#shared/contracts/catalog/cities';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type City } from '../domain/range';
import { changeCityRules } from '../usecases/cities/changeCityRules';
import { listCities } from '../usecases/cities/listCities';
import { openCity } from '../usecases/cities/openCity';
import { readCity } from '../usecases/cities/readCity';
import { readCityRules } from '../usecases/cities/readCityRules';
import { type CatalogDeps } from '../usecases/deps';
import { presentCity, presentCityRules } from './presentCity';

/** Cities and their rules. */
export function cityRoutes(deps: CatalogDeps): Handlers<typeof citiesApi> {
  const present = (city: City) => presentCity(city, deps.now());
  return {
    listCities: async ({ query }) => presentPage(await listCities(deps, query), present),
    openCity: async ({ key, body }) => present(await openCity(deps, key.newId('cit'), body)),
    readCity: async ({ params }) => present(await readCity(deps, params.cityId)),
    readCityRules: async ({ params }) => presentCityRules(await readCityRules(deps, params.cityId)),
    changeCityRules: async ({ params, body }) =>
      presentCityRules(await changeCityRules(deps, params.cityId, body)),
  };
}
