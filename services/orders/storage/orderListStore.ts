import { type Connection, type mongo } from 'mongoose';
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
import { type CycleTerms } from '#shared/contracts/internal/catalog';
import { nativeOn } from '#shared/kit/mongo/models';
import { escaped } from '#shared/kit/search/pattern';
import { byId, newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { statusesFrom } from '../domain/lifecycle';
import { type Order } from '../domain/order';
import { groupOrderIdOf } from '../domain/place';
import { type OrderCollection, OrderModel, type StoredOrder, toOrder, withinCycleIndex } from './orderModel';

type Filter = mongo.Filter<StoredOrder>;
type Own = { readonly accountId: AccountId; readonly status?: readonly OrderStatus[] | undefined };

export type OrderSearch = {
  readonly cityId?: CityId | undefined;
  readonly cycleId?: CycleId | undefined;
  readonly pickupPointId?: PickupPointId | undefined;
  readonly accountId?: AccountId | undefined;
  readonly phone?: string | undefined;
  readonly status?: readonly OrderStatus[] | undefined;
  readonly refund?: 'failed' | undefined;
  readonly name?: string | undefined;
  readonly numberEnd?: string | undefined;
  readonly totalFen?: number | undefined;
};

/** Whether it looks for what only the keys of a cycle's orders tell. */
const isWithinCycle = ({ name, numberEnd, totalFen }: OrderSearch): boolean =>
  [name, numberEnd, totalFen].some((given) => given !== undefined);

/** Lists of orders, newest first. */
export class OrderListStore {
  readonly #orders: OrderCollection;

  constructor(mongo: Connection) {
    this.#orders = nativeOn(mongo, OrderModel);
  }

  /** The orders of an account. */
  ofAccount({ accountId, status, ...wish }: Own & PageWish): Promise<Page<Order>> {
    return this.#page({ accountId, status: { $in: [...(status ?? orderStatuses)] } }, wish);
  }

  /** All there are, by their ids. */
  all(wish: PageWish): Promise<Page<Order>> {
    return pageByKey({
      order: [byId('_id', OrderId, 'rising')],
      wish,
      find: (beyond) => this.#orders.find(beyond),
      present: toOrder,
    });
  }

  /** Orders that an operator looks for. */
  search(search: OrderSearch, wish: PageWish): Promise<Page<Order>> {
    return isWithinCycle(search) ? this.#withinCycle(search, wish) : this.#byIndexedField(search, wish);
  }

  /** Told by the keys of one index: an order is read only where it matches. */
  #withinCycle({ name, numberEnd, totalFen, ...search }: OrderSearch, wish: PageWish): Promise<Page<Order>> {
    const { cityId, cycleId, pickupPointId, accountId, phone, status, refund } = search;
    const filter: Filter = {
      ...(cityId === undefined ? {} : { cityId }),
      ...(cycleId === undefined ? {} : { cycleId }),
      ...(pickupPointId === undefined ? {} : { pickupPointId }),
      ...(accountId === undefined ? {} : { accountId }),
      ...(phone === undefined ? {} : { 'recipient.phone': phone }),
      ...(refund === undefined ? {} : { refundFailedAt: { $exists: true } }),
      ...(status === undefined ? {} : { status: { $in: [...status] } }),
      ...(name === undefined ? {} : { 'recipient.name': { $regex: escaped(name), $options: 'i' } }),
      ...(numberEnd === undefined ? {} : { _id: { $regex: `${numberEnd.toUpperCase()}$` } }),
      ...(totalFen === undefined ? {} : { 'amounts.totalFen': totalFen }),
    };
    return pageByKey({
      order: newestFirst('placedAt', OrderId),
      wish,
      find: (beyond) => this.#orders.find({ $and: [filter, beyond] }).hint(withinCycleIndex),
      present: toOrder,
    });
  }

  #byIndexedField(search: OrderSearch, wish: PageWish): Promise<Page<Order>> {
    const { cityId, cycleId, pickupPointId, accountId, phone, refund } = search;
    const filter: Filter = {
      ...(cityId === undefined ? {} : { cityId }),
      ...(accountId === undefined ? {} : { accountId }),
      ...(phone === undefined ? {} : { 'recipient.phone': phone }),
      ...(refund === undefined ? {} : { refundFailedAt: { $exists: true } }),
      // The indexes by account, by group order and by cycle go on with the status: name all of them rather than none.
      status: { $in: [...(search.status ?? orderStatuses)] },
      ...(cycleId !== undefined && pickupPointId !== undefined
        ? { groupOrderId: groupOrderIdOf(pickupPointId, cycleId) }
        : {
            ...(cycleId === undefined ? {} : { cycleId }),
            ...(pickupPointId === undefined ? {} : { pickupPointId }),
          }),
    };
    return this.#page(filter, wish);
  }

  /** Units of each offer that an account has bought, or holds unpaid, in a cycle. Only orders of its time are read. */
  async boughtUnits(
    accountId: AccountId,
    { cycleId, opensAt }: Pick<CycleTerms, 'cycleId' | 'opensAt'>,
  ): Promise<ReadonlyMap<OfferId, number>> {
    const found = await this.#orders
      .find(
        {
          accountId,
          status: { $in: [...statusesFrom('awaiting_payment')] },
          placedAt: { $gte: new Date(opensAt) },
          cycleId,
        },
        { projection: { 'lines.offer.offerId': 1, 'lines.allocated': 1 } },
      )
      .limit(200)
      .toArray();
    const units = new Map<OfferId, number>();
    for (const { offer, allocated } of found.flatMap(({ lines }) => lines))
      units.set(offer.offerId, (units.get(offer.offerId) ?? 0) + allocated);
    return units;
  }

  #page(filter: Filter, wish: PageWish): Promise<Page<Order>> {
    return pageByKey({
      order: newestFirst('placedAt', OrderId),
      wish,
      find: (beyond) => this.#orders.find({ ...filter, ...beyond }),
      present: toOrder,
    });
  }
}
