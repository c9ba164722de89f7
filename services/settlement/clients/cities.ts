import { LRUCache } from 'lru-cache';
import { type CityId } from '#shared/contracts/ids';
import { type CityTerms } from '#shared/contracts/internal/cityTerms';
import { type Clock } from '#shared/kit/clock';
import { type Catalog } from '../usecases/deps';

const freshMs = 60_000;

/** Rules and time zones of cities as catalog tells them, remembered for a minute. While it is away what needs them waits. */
export function cities(catalog: Catalog, now: Clock) {
  const known = new LRUCache<CityId, { readonly city: CityTerms; readonly until: number }>({ max: 1_000 });
  return {
    /** @throws {Refused} NOT_FOUND, and what catalog throws when it cannot be asked */
    of: async (cityId: CityId): Promise<CityTerms> => {
      const entry = known.get(cityId);
      if (entry && now().getTime() < entry.until) return entry.city;
      const city = await catalog.getCityRules({ params: { cityId } });
      known.set(cityId, { city, until: now().getTime() + freshMs });
      return city;
    },
    forget: (cityId: CityId): void => void known.delete(cityId),
  };
}
