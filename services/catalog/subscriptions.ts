import { type Subscription } from '#shared/kit/bus/bus';
import { type ServiceDeps } from '#shared/kit/service';
import { type CatalogDeps } from './usecases/deps';

/** What catalog learns from other services. Both handlers keep the newest of what they hear, so repetitions do no harm. */
export const subscribeCatalog = (
  bus: ServiceDeps['bus'],
  { standings, points, now }: CatalogDeps,
): Subscription =>
  bus.subscribe('catalog', {
    'orders.group_buy_progressed.v1': async ({ data }) => {
      const { offerId, pickupPointId, cycleId, status, shoppers, units, initials, version } = data;
      await standings.hear({
        _id: `${offerId}|${pickupPointId}`,
        offerId,
        pickupPointId,
        cycleId,
        status,
        shoppers,
        units,
        initials,
        version,
        heardAt: now(),
      });
    },
    'delivery.pickup_point_changed.v1': ({ data }) => points.learn(data.pickupPointId, data.cityId),
  });
