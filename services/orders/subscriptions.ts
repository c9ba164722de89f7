import { type EventData } from '#shared/contracts/events';
import { type Subscription } from '#shared/kit/bus/bus';
import { type ServiceDeps } from '#shared/kit/service';
import { type OrdersDeps } from './usecases/deps';
import { type GroupOrderKeeper } from './usecases/groupOrders/groupOrderKeeper';
import { chargeDispute } from './usecases/handover/chargeDispute';
import { closeOverdue } from './usecases/handover/closeOverdue';
import { collectOrder } from './usecases/handover/collectOrder';
import { departRoute } from './usecases/handover/departRoute';
import { receiveStop } from './usecases/handover/receiveStop';
import { sendBackStop } from './usecases/handover/sendBackStop';
import { type Attention } from './usecases/orders/attention';
import { learnPickupPoint } from './usecases/learnPickupPoint';
import { forgetAccount } from './usecases/orders/forgetAccount';

type Deps = OrdersDeps & { readonly attention: Attention; readonly keeper: GroupOrderKeeper };
type Moved = { readonly data: EventData<'orders.expired.v1'> };

/**
 * What orders does when something happens elsewhere, when goods travel, and when its own orders move. Every handler may be called
 * twice, and late. The groups are apart, so that one that waits does not hold up the others.
 */
export function subscribeOrders(bus: ServiceDeps['bus'], deps: Deps): Subscription[] {
  const { terms, attention, keeper } = deps;
  const moved = async ({ data }: Moved) => {
    const { groupOrderId: id, pickupPointId, cityId, cycleId } = data;
    const { cutoffAt, pickupDate } = await terms.cycle(cycleId);
    await keeper.noticed({ id, pickupPointId, cityId, cycleId, cutoffAt: new Date(cutoffAt), pickupDate });
  };
  return [
    bus.subscribe('orders', {
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
      'delivery.pickup_point_changed.v1': ({ data }) => learnPickupPoint(deps, data.pickupPointId),
      /** The order's own time to pay ends with its hold: it only has to be looked at now rather than soon. */
      'catalog.reservation_expired.v1': ({ data }) => {
        attention.nudge(data.orderId);
        return Promise.resolve();
      },
      'identity.account_deleted.v1': ({ data }) => forgetAccount(deps, data.accountId),
    }),
    bus.subscribe(
      'orders-groups',
      {
        'orders.paid.v1': moved,
        'orders.cancelled.v1': moved,
        'orders.failed.v1': moved,
        'orders.consolidated.v1': moved,
        'orders.in_transit.v1': moved,
        'orders.ready.v1': moved,
        'orders.collected.v1': moved,
        'orders.refunded.v1': moved,
      },
      { concurrency: 128 },
    ),
    bus.subscribe('orders-fulfilment', {
      'delivery.route_departed.v1': ({ data }) => departRoute(deps, data),
      'delivery.stop_received.v1': ({ data }) => receiveStop(deps, data),
      'delivery.discrepancy_decided.v1': ({ data }) => chargeDispute(deps, data),
      'delivery.stop_sent_back.v1': ({ data }) => sendBackStop(deps, data),
      'delivery.order_redeemed.v1': ({ data }) => collectOrder(deps, data),
      'delivery.overdue_decided.v1': ({ data }) => closeOverdue(deps, data),
    }),
  ];
}
