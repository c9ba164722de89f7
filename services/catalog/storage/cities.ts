import { type mongo } from 'mongoose';
import { type CityRules } from '#shared/contracts/cityRules';
import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { CityId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type City } from '../domain/range';
import { pageById } from './pages';

/** Cities and their rules. Their selling windows are the cycle store's. */
export function cityStore(cities: mongo.Collection<City>) {
  const one = async (cityId: CityId): Promise<City> => found(await cities.findOne({ _id: cityId }));

  return {
    one,
    page: (wish: PageWish) => pageById(cities, CityId, wish),

    /** The same city again is no error: the first one stays. */
    async insert(city: City): Promise<City> {
      try {
        await cities.insertOne(city);
        return city;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return one(city._id);
      }
    },

    /** @throws {Refused} CHANGED_MEANWHILE unless the city has version `seen`. */
    async changeRules(cityId: CityId, seen: number, rules: CityRules, event: EventEnvelope): Promise<City> {
      const changed = await cities.findOneAndUpdate(
        { _id: cityId, version: seen },
        { $set: { rules }, $inc: { version: 1 }, $push: { outbox: event } },
        { returnDocument: 'after' },
      );
      if (!changed) throw new Refused('CHANGED_MEANWHILE');
      return changed;
    },
  };
}

export type CityStore = ReturnType<typeof cityStore>;
