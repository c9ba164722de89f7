import { type CityId } from '#shared/contracts/ids';
import { type AuditTrail } from '#shared/kit/audit/auditTrail';
import { type Subscription } from '#shared/kit/bus/bus';
import { type ServiceDeps } from '#shared/kit/service';
import { type DeliveryDeps } from './usecases/deps';
import { accountDeleted } from './usecases/followed/accountDeleted';
import { rolesChanged } from './usecases/followed/rolesChanged';
import { groupBuyProgressed } from './usecases/followed/groupBuyProgressed';
import { groupMessagePosted } from './usecases/followed/groupMessagePosted';
import { groupOrderChanged } from './usecases/followed/groupOrderChanged';
import { codeFollows, neighbourOrdered, orderMoved } from './usecases/followed/orderMoved';
import { consolidationFrozen } from './usecases/planning/collectLoads';
import { leaderApproved } from './usecases/points/leaderApproved';
import { takeAnswer } from './usecases/stops/takeAnswer';
import { takeReceipt } from './usecases/stops/takeReceipt';

/** Many orders are followed at once: what comes together is written together. */
const eventsAtOnce = 64;

/**
 * What delivery does when something happened, elsewhere or to a document of its own. Each handler may be called twice for the same
 * event.
 */
export function subscribeDelivery(
  bus: ServiceDeps['bus'],
  deps: DeliveryDeps,
  { audit, learnCity }: { audit: Pick<AuditTrail, 'bySystem'>; learnCity: (cityId: CityId) => Promise<void> },
): Subscription {
  const since = async ({ type, data }: OrderEvent, instant: string): Promise<void> => {
    const at = new Date(instant);
    await codeFollows(deps, type, data, at);
    await orderMoved(deps, type, data, at);
  };
  const followed = (event: OrderEvent) => since(event, event.occurredAt);
  const handlers: Parameters<typeof bus.subscribe>[1] = {
    async 'orders.paid.v1'(event) {
      await followed(event);
      await neighbourOrdered(deps, event.id, event.data, new Date(event.occurredAt));
    },
    'orders.expired.v1': followed,
    'orders.cancelled.v1': followed,
    'orders.failed.v1': followed,
    'orders.consolidated.v1': followed,
    'orders.in_transit.v1': (event) => since(event, event.data.departedAt),
    'orders.ready.v1': (event) => since(event, event.data.readyAt),
    'orders.collected.v1': (event) => since(event, event.data.collectedAt),
    'orders.closed.v1': followed,
    'orders.group_order_changed.v1': ({ data }) => groupOrderChanged(deps, data),
    'orders.group_buy_progressed.v1': ({ data }) => groupBuyProgressed(deps, data),
    'orders.group_message_posted.v1': ({ data }) => {
      groupMessagePosted(deps, data);
      return Promise.resolve();
    },
    'orders.consolidation_frozen.v1': ({ data, occurredAt }) =>
      consolidationFrozen(deps, data, new Date(occurredAt)),
    async 'delivery.stop_received.v1'({ data }) {
      await takeReceipt(deps, data);
    },
    async 'delivery.discrepancy_answered.v1'({ data }) {
      await takeAnswer(deps, data);
    },
    'catalog.city_rules_changed.v1': ({ data }) => learnCity(data.cityId),
    'identity.leader_approved.v1': ({ data: { applicationId: _id, ...leader }, occurredAt }) =>
      audit.bySystem('place_leader', () => leaderApproved(deps, leader, new Date(occurredAt))),
    'identity.roles_changed.v1': ({ data, occurredAt }) =>
      audit.bySystem('follow_roles', () => rolesChanged(deps, data, new Date(occurredAt))),
    'identity.account_deleted.v1': ({ data, occurredAt }) =>
      accountDeleted(deps, data.accountId, new Date(occurredAt)),
  };
  return bus.subscribe('delivery', handlers, { concurrency: eventsAtOnce });
}

type OrderEvent = {
  readonly type: Parameters<typeof orderMoved>[1];
  readonly data: Parameters<typeof orderMoved>[2];
  readonly occurredAt: string;
};
