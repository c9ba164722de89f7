import { CityRules, defaultCityRules } from '#shared/contracts/cityRules';
import { type citiesApi } from '#shared/contracts/catalog/cities';
import { type BodyOf } from '#shared/contracts/endpoint';
import { type eventCatalogue } from '#shared/contracts/events';
import { type CityId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { type City } from '../../domain/range';
import { type CityStore } from '../../storage/cities';

type Fields = BodyOf<typeof citiesApi.openCity>;
type RulesChange = BodyOf<typeof citiesApi.changeCityRules>;

const event = eventFactory<typeof eventCatalogue>();

export const manageCities = (
  cities: CityStore,
  { now, nudge }: { now: Clock; nudge: (city: { readonly _id: string }) => void },
) => ({
  open: (cityId: CityId, fields: Fields): Promise<City> =>
    cities.insert({
      _id: cityId,
      ...fields,
      rules: defaultCityRules,
      version: 1,
      windows: [],
      outbox: [],
    }),

  async changeRules(cityId: CityId, { version, rules: changes }: RulesChange): Promise<City> {
    const before = await cities.one(cityId);
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const rules = CityRules.parse({ ...before.rules, ...Object.fromEntries(given) });
    const told = event('catalog.city_rules_changed.v1', cityId, { cityId, rules }, { now: now() });
    const city = await cities.changeRules(cityId, version, rules, told);
    nudge(city);
    return city;
  },
});
