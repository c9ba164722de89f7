import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type AccountId, type CityId, type LotId, OrderId, type PickupPointId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { byId, byTime, newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { claimsOf, grantedFen } from '../domain/claims/claim';
import { type Rate } from '../domain/claims/review';
import { type Order } from '../domain/order';
import { type OrderCollection, OrderModel, type StoredOrder, toOrder } from './orderModel';

/** Whose claims are meant. */
export type ClaimsOf =
  | { readonly accountId: AccountId }
  | { readonly pickupPointId: PickupPointId }
  | { readonly 'lines.offer.lotId': LotId };

/** More are not counted: that many say all there is to say. */
const mostCounted = 500;

/** Orders by the claims that are part of them. */
export class ClaimStore {
  readonly #orders: OrderCollection;

  constructor(mongo: Connection) {
    this.#orders = nativeOn(mongo, OrderModel);
  }

  /** Orders of a city with a claim that waits for a decision, the longest waiting first. */
  waiting(cityId: CityId, wish: PageWish): Promise<Page<Order>> {
    return pageByKey({
      order: [byTime('claimWaitingSince', 'rising'), byId('_id', OrderId, 'rising')],
      wish,
      find: (beyond) =>
        this.#orders.find({ $and: [{ cityId, claimWaitingSince: { $exists: true } }, beyond] }),
      present: toOrder,
    });
  }

  /** Orders of an account with claims, newest first. */
  ofAccount(accountId: AccountId, wish: PageWish): Promise<Page<Order>> {
    return pageByKey({
      order: newestFirst('placedAt', OrderId),
      wish,
      find: (beyond) =>
        this.#orders.find({ $and: [{ accountId, 'claims.claimId': { $exists: true } }, beyond] }),
      present: toOrder,
    });
  }

  /**
   * How many orders placed since `since` there are, and on how many of them somebody claimed; counted up to 500.
   * @param without this order is left out
   */
  async rate(of: ClaimsOf, since: Date, without: OrderId): Promise<Rate> {
    const placed = { ...of, placedAt: { $gte: since } } as mongo.Filter<StoredOrder>;
    const [orders, claiming] = await Promise.all([
      'accountId' in of
        ? this.#orders.countDocuments(
            { ...placed, status: { $in: ['collected', 'closed'] } },
            { limit: mostCounted },
          )
        : Promise.resolve(0),
      this.#orders
        .find({ ...placed, 'claims.claimId': { $exists: true } }, { projection: { claims: 1 } })
        .sort({ placedAt: -1 })
        .limit(mostCounted)
        .toArray(),
    ]);
    const others = claiming.filter(({ _id }) => _id !== without);
    return {
      orders,
      claims: others.length,
      grantedFen: others.flatMap(claimsOf).reduce((sum, claim) => sum + grantedFen(claim), 0),
    };
  }
}
