import { type ServiceDeps } from '#shared/kit/service';
import { forgetAccount } from './usecases/orders/forgetAccount';
import { type Attention } from './usecases/orders/attention';
import { type OrdersDeps } from './usecases/deps';

/** What orders does when something happens elsewhere. Every handler may be called twice. */
export function subscribeOrders(bus: ServiceDeps['bus'], deps: OrdersDeps, attention: Attention) {
  const { terms } = deps;
  return bus.subscribe('orders', {
    'catalog.offers_changed.v1': ({ data }) => {
      terms.forgetOffers(data.offerIds);
      return Promise.resolve();
    },
    'catalog.city_rules_changed.v1': ({ data }) => {
      terms.forgetRules(data.cityId);
      return Promise.resolve();
    },
    'catalog.cycle_scheduled.v1': ({ data }) => {
      terms.forgetCycle(data.cycleId);
      return Promise.resolve();
    },
    'delivery.pickup_point_changed.v1': ({ data }) => {
      terms.forgetPickupPoint(data.pickupPointId);
      return Promise.resolve();
    },
    /** The order's own time to pay ends with its hold: it only has to be looked at now rather than soon. */
    'catalog.reservation_expired.v1': ({ data }) => {
      attention.nudge(data.orderId);
      return Promise.resolve();
    },
    'identity.account_deleted.v1': ({ data }) => forgetAccount(deps, data.accountId),
  });
}
