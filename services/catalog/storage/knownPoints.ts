import { type Connection } from 'mongoose';
import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { KeptCopies } from '#shared/kit/mongo/keptCopies';

export type KnownPoints = KeptCopies<
  PickupPointId,
  { readonly pickupPointId: PickupPointId; readonly cityId: CityId }
>;

/** The city of every pickup point as delivery told of it last. */
export const knownPointsOn = (mongo: Connection, now: Clock): KnownPoints =>
  new KeptCopies(mongo, { collection: 'known_points', now, keyOf: ({ pickupPointId }) => pickupPointId });
