import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { orderStatuses, type OrderStatus } from '#shared/contracts/events/orders';
import {
  type AccountId,
  type CityId,
  type CycleId,
  type OfferId,
  OrderId,
  type PickupPointId,
} from '#shared/contracts/ids';
import { groupOrderIdOf } from '../domain/place';
import { type Order } from '../domain/order';
import { type After, fromCursor, toCursor } from './cursor';
import { type OrderCollection, type StoredOrder, toOrder } from './orderModel';

type PageWish = { readonly cursor?: string | undefined; readonly limit: number };
type Filter = mongo.Filter<StoredOrder>;

const newestFirst = { placedAt: -1, _id: -1 } as const;

/** The orders of an account, newest first. */
export const ownOrders = (
  orders: OrderCollection,
  {
    accountId,
    status,
    ...wish
  }: { accountId: AccountId; status?: readonly OrderStatus[] | undefined } & PageWish,
): Promise<Page<Order>> =>
  pageOf(orders, { accountId, ...(status ? { status: { $in: [...status] } } : {}) }, wish);

export type OrderSearch = {
  readonly cityId?: CityId | undefined;
  readonly cycleId?: CycleId | undefined;
  readonly pickupPointId?: PickupPointId | undefined;
  readonly accountId?: AccountId | undefined;
  readonly phone?: string | undefined;
  readonly status?: readonly OrderStatus[] | undefined;
  readonly refund?: 'failed' | undefined;
};

/** Whether an index answers the search: an operator may not make the database read every order. */
export const isSearchable = ({ cycleId, accountId, phone, refund }: OrderSearch): boolean =>
  [cycleId, accountId, phone, refund].some((given) => given !== undefined);

/** Orders that an operator looks for, newest first. */
export function searchOrders(
  orders: OrderCollection,
  search: OrderSearch,
  wish: PageWish,
): Promise<Page<Order>> {
  const { cityId, cycleId, pickupPointId, accountId, phone, refund } = search;
  const filter: Filter = {
    ...(cityId === undefined ? {} : { cityId }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(phone === undefined ? {} : { 'recipient.phone': phone }),
    ...(refund === undefined ? {} : { refundFailedAt: { $exists: true } }),
    // The indexes by group order and by cycle go on with the status: name all of them rather than none.
    status: { $in: [...(search.status ?? orderStatuses)] },
    ...(cycleId !== undefined && pickupPointId !== undefined
      ? { groupOrderId: groupOrderIdOf(pickupPointId, cycleId) }
      : {
          ...(cycleId === undefined ? {} : { cycleId }),
          ...(pickupPointId === undefined ? {} : { pickupPointId }),
        }),
  };
  return pageOf(orders, filter, wish);
}

async function pageOf(
  orders: OrderCollection,
  filter: Filter,
  { cursor, limit }: PageWish,
): Promise<Page<Order>> {
  const found = await orders
    .find(cursor === undefined ? filter : { $and: [filter, olderThan(fromCursor(cursor, OrderId))] })
    .sort(newestFirst)
    .limit(limit + 1)
    .toArray();
  const items = found.slice(0, limit).map(toOrder);
  const last = items.at(-1);
  return found.length > limit && last ? { items, nextCursor: toCursor(last) } : { items };
}

const olderThan = ({ placedAt, id }: After<OrderId>): Filter => ({
  $or: [{ placedAt: { $lt: placedAt } }, { placedAt, _id: { $lt: id } }],
});

/** Units of each offer that an account has bought, or holds unpaid, in a cycle. At most a few orders are read. */
export async function boughtUnits(
  orders: OrderCollection,
  accountId: AccountId,
  cycleId: CycleId,
): Promise<ReadonlyMap<OfferId, number>> {
  const alive: OrderStatus[] = orderStatuses.filter(
    (status) => !['expired', 'cancelled', 'failed'].includes(status),
  );
  const found = await orders
    .find(
      { accountId, cycleId, status: { $in: alive } },
      { projection: { 'lines.offer.offerId': 1, 'lines.allocated': 1 } },
    )
    .limit(200)
    .toArray();
  const units = new Map<OfferId, number>();
  for (const { offer, allocated } of found.flatMap(({ lines }) => lines))
    units.set(offer.offerId, (units.get(offer.offerId) ?? 0) + allocated);
  return units;
}
