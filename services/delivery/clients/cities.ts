import { defaultCityRules } from '#shared/contracts/cityRules';
import { type CityId } from '#shared/contracts/ids';
import { type catalogInternal } from '#shared/contracts/internal/catalog';
import { type Client } from '#shared/kit/client/client';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { type Clock } from '#shared/kit/clock';
import { type KnownCities } from '../storage/knownCities';
import { type City } from '../usecases/deps';

type Catalog = Pick<Client<typeof catalogInternal>, 'getCityRules' | 'listCityRules'>;

const freshMs = 60_000;
/** While catalog is away it is asked so seldom: a courier who arrives does not wait for it. */
const restMs = 10_000;
const maxCities = 1_000;

/**
 * Rules of cities as catalog tells them: remembered for a minute, or until they change. While catalog is away the last known ones hold:
 * of this process, or as they were written down for one that starts then.
 */
export function cityRules(catalog: Catalog, copies: KnownCities, now: Clock) {
  const known = new Map<CityId, { city: City; until: number }>();
  const remember = (cityId: CityId, city: City, ms: number): City => {
    if (known.size >= maxCities) known.clear();
    known.set(cityId, { city, until: now().getTime() + ms });
    return city;
  };

  return {
    of: async (cityId: CityId): Promise<City> => {
      const entry = known.get(cityId);
      if (entry && now().getTime() < entry.until) return entry.city;
      try {
        const { timeZone, centre, rules } = await catalog.getCityRules({ params: { cityId } });
        return remember(cityId, { timeZone, centre, rules }, freshMs);
      } catch (error) {
        if (!isRefusal(error, 'SERVICE_UNAVAILABLE')) throw error;
        const last = entry?.city ?? (await copies.find([cityId]))[0];
        if (!last) throw error;
        // A copy of an earlier version lacks the rules that came since.
        const rules = { ...defaultCityRules, ...last.rules };
        return remember(cityId, { ...last, rules }, restMs);
      }
    },
    /** A city's rules changed. When they cannot be read now, the next look at all of them finds what changed. */
    learn: async (cityId: CityId): Promise<void> => {
      const entry = known.get(cityId);
      if (entry) entry.until = 0;
      try {
        await copies.keep([await catalog.getCityRules({ params: { cityId } })]);
      } catch (error) {
        if (!isRefusal(error, 'SERVICE_UNAVAILABLE')) throw error;
      }
    },
    /** Writes down the rules of all cities. @returns whether some could not be read. */
    keepAll: () => copies.keepAll((cursor) => catalog.listCityRules({ query: { cursor, limit: '100' } })),
  };
}
