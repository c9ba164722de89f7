import { type eventCatalogue } from '#shared/contracts/events';
import { type CityId } from '#shared/contracts/ids';
import { type EventHandlers } from '#shared/kit/bus/typedBus';
import { type Delivery } from './usecases/delivery';
import { accountDeleted, rolesChanged } from './usecases/followed/accountEvents';
import { groupBuyProgressed, groupMessagePosted, groupOrderChanged } from './usecases/followed/groupEvents';
import { codeFollows, neighbourOrdered, trackOrder } from './usecases/followed/orderEvents';
import { consolidationFrozen } from './usecases/planning/collectLoads';
import { leaderApproved } from './usecases/points/leaders';
import { takeAnswer, takeReceipt } from './usecases/stops/receiptOnRoute';

/**
 * What delivery does when something happened, elsewhere or to a document of its own. Each handler may be called twice for the same
 * event.
 */
export function subscriptions(
  delivery: Delivery,
  forgetCity: (cityId: CityId) => void,
): EventHandlers<typeof eventCatalogue> {
  const since = async ({ type, data }: OrderEvent, instant: string): Promise<void> => {
    const at = new Date(instant);
    await codeFollows(delivery, type, data, at);
    await trackOrder(delivery, type, data, at);
  };
  const followed = (event: OrderEvent) => since(event, event.occurredAt);
  return {
    async 'orders.paid.v1'(event) {
      await followed(event);
      await neighbourOrdered(delivery, event.id, event.data, new Date(event.occurredAt));
    },
    'orders.expired.v1': followed,
    'orders.cancelled.v1': followed,
    'orders.failed.v1': followed,
    'orders.consolidated.v1': followed,
    'orders.in_transit.v1': (event) => since(event, event.data.departedAt),
    'orders.ready.v1': (event) => since(event, event.data.readyAt),
    'orders.collected.v1': (event) => since(event, event.data.collectedAt),
    'orders.closed.v1': followed,
    'orders.group_order_changed.v1': ({ data }) => groupOrderChanged(delivery, data),
    'orders.group_buy_progressed.v1': ({ data }) => groupBuyProgressed(delivery, data),
    'orders.group_message_posted.v1': ({ data }) => {
      groupMessagePosted(delivery, data);
      return Promise.resolve();
    },
    'orders.consolidation_frozen.v1': ({ data, occurredAt }) =>
      consolidationFrozen(delivery, data, new Date(occurredAt)),
    async 'delivery.stop_received.v1'({ data }) {
      await takeReceipt(delivery, data);
    },
    async 'delivery.discrepancy_answered.v1'({ data }) {
      await takeAnswer(delivery, data);
    },
    'catalog.city_rules_changed.v1': ({ data }) => {
      forgetCity(data.cityId);
      return Promise.resolve();
    },
    'identity.leader_approved.v1': ({ data: { applicationId: _id, ...leader }, occurredAt }) =>
      leaderApproved(delivery, leader, new Date(occurredAt)),
    'identity.roles_changed.v1': ({ data, occurredAt }) => rolesChanged(delivery, data, new Date(occurredAt)),
    'identity.account_deleted.v1': ({ data, occurredAt }) =>
      accountDeleted(delivery, data.accountId, new Date(occurredAt)),
  };
}

type OrderEvent = {
  readonly type: Parameters<typeof trackOrder>[1];
  readonly data: Parameters<typeof trackOrder>[2];
  readonly occurredAt: string;
};
