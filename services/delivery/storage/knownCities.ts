import { type Connection } from 'mongoose';
import { type CityId } from '#shared/contracts/ids';
import { type CityTerms } from '#shared/contracts/internal/cityTerms';
import { type Clock } from '#shared/kit/clock';
import { KeptCopies } from '#shared/kit/mongo/keptCopies';

export type KnownCities = KeptCopies<CityId, CityTerms>;

/** The rules of every city as catalog told of them last: goods that are under way arrive, however long nobody can ask. */
export const knownCitiesOn = (mongo: Connection, now: Clock): KnownCities =>
  new KeptCopies(mongo, { collection: 'known_cities', now, keyOf: ({ cityId }) => cityId });
