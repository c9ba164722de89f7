import { type CityId } from '#shared/contracts/ids';
import { type catalogInternal } from '#shared/contracts/internal/catalog';
import { type Client } from '#shared/kit/client/client';
import { type Clock } from '#shared/kit/clock';
import { type City } from '../usecases/deps';

const freshMs = 60_000;
const maxCities = 1_000;

/** Rules of cities as catalog tells them: remembered for a minute, or until `forget`; the last known when catalog is away. */
export function cityRules(catalog: Pick<Client<typeof catalogInternal>, 'getCityRules'>, now: Clock) {
  const known = new Map<CityId, { city: City; at: number }>();
  return {
    of: async (cityId: CityId): Promise<City> => {
      const entry = known.get(cityId);
      const at = now().getTime();
      if (entry && at - entry.at < freshMs) return entry.city;
      try {
        const { timeZone, centre, rules } = await catalog.getCityRules({ params: { cityId } });
        const city = { timeZone, centre, rules };
        if (known.size >= maxCities) known.clear();
        known.set(cityId, { city, at });
        return city;
      } catch (error) {
        if (entry) return entry.city;
        throw error;
      }
    },
    forget: (cityId: CityId): void => void known.delete(cityId),
  };
}
