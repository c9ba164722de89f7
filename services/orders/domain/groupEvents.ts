import { type EventData } from '#shared/contracts/events';
import { cny } from '#shared/contracts/money';
import { type GroupBuy, type GroupOrder } from './groupOrder';

type Told<T extends 'orders.group_order_changed.v1' | 'orders.group_buy_progressed.v1'> = {
  readonly type: T;
  readonly data: EventData<T>;
};
export type GroupEvent = Told<'orders.group_order_changed.v1'> | Told<'orders.group_buy_progressed.v1'>;

/** What others are to hear when a group turned from `before` into `after`. */
export function groupEvents(before: GroupOrder, after: GroupOrder): GroupEvent[] {
  const buys = after.groupBuys.filter(
    ({ offerId, version }) => before.groupBuys.find((buy) => buy.offerId === offerId)?.version !== version,
  );
  return [...(hasMoved(before, after) ? [changed(after)] : []), ...buys.map((buy) => progressed(after, buy))];
}

const told = ['status', 'orders', 'shoppers', 'totalFen', 'expectedCommissionFen'] as const;
const hasMoved = (before: GroupOrder, after: GroupOrder): boolean =>
  told.some((field) => before[field] !== after[field]);

const changed = (group: GroupOrder): GroupEvent => ({
  type: 'orders.group_order_changed.v1',
  data: {
    groupOrderId: group.id,
    pickupPointId: group.pickupPointId,
    cityId: group.cityId,
    cycleId: group.cycleId,
    status: group.status,
    orders: group.orders,
    shoppers: group.shoppers,
    total: cny(group.totalFen),
    expectedCommission: cny(group.expectedCommissionFen),
    version: group.version,
  },
});

const progressed = (
  { pickupPointId, cityId, cycleId }: GroupOrder,
  { offerId, status, shoppers, units, initials, version }: GroupBuy,
): GroupEvent => ({
  type: 'orders.group_buy_progressed.v1',
  data: {
    offerId,
    pickupPointId,
    cityId,
    cycleId,
    status,
    shoppers,
    units,
    initials: [...initials],
    version,
  },
});
