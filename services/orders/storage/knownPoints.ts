import { type Connection } from 'mongoose';
import { type PickupPointId } from '#shared/contracts/ids';
import { type PickupPointCard } from '#shared/contracts/internal/delivery';
import { type Clock } from '#shared/kit/clock';
import { KeptCopies } from '#shared/kit/mongo/keptCopies';

/** Orders are placed by a pickup point as it was so long ago at the most, while delivery is away. */
const usableMs = 7 * 86_400_000;

export type KnownPoints = KeptCopies<PickupPointId, PickupPointCard>;

/** Every pickup point as delivery told of it last. */
export const knownPointsOn = (mongo: Connection, now: Clock): KnownPoints =>
  new KeptCopies(mongo, {
    ...{ collection: 'known_points', now, usableMs },
    keyOf: ({ pickupPointId }) => pickupPointId,
  });
