import { LRUCache } from 'lru-cache';
import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { deliveryInternal } from '#shared/contracts/internal/delivery';
import { createClient, type Transport } from '#shared/kit/client/client';
import { notFound } from '#shared/kit/domainError';

const rememberMs = 60_000;

/**
 * The cities of pickup points, as delivery knows them. What was learnt once is still used when delivery cannot be asked:
 * a pickup point hardly ever moves to another city.
 */
export function pickupPoints(call: Transport) {
  const delivery = createClient(deliveryInternal, call);
  const cities = new LRUCache<PickupPointId, CityId>({
    max: 20_000,
    ttl: rememberMs,
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
    fetchMethod: async (pickupPointId) => {
      const { pickupPoints: found } = await delivery.lookUpPickupPoints({
        body: { pickupPointIds: [pickupPointId] },
      });
      return found[0]?.cityId;
    },
  });
  return {
    /** @throws {Refused} NOT_FOUND for an unknown pickup point; what delivery throws when it cannot be asked. */
    async cityOf(pickupPointId: PickupPointId): Promise<CityId> {
      const cityId = cities.get(pickupPointId) ?? (await cities.fetch(pickupPointId));
      if (cityId === undefined) throw notFound();
      return cityId;
    },
    /** Delivery told of a change. */
    learn(pickupPointId: PickupPointId, cityId: CityId): void {
      cities.set(pickupPointId, cityId);
    },
  };
}
