import { type Connection, type IndexDefinition, type IndexOptions, type mongo } from 'mongoose';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { type HoldPage } from '../domain/holdPage';
import { type Offer } from '../domain/offer';
import { type Purchase } from '../domain/purchase';
import {
  type Category,
  type City,
  type Cycle,
  type GroupStanding,
  type Lot,
  type Picture,
  type Product,
  type Sku,
  type Supplier,
} from '../domain/range';
import { type ReservationRecord } from '../domain/reservation';

type Index = readonly [IndexDefinition, IndexOptions?];
type Stored = { readonly _id: string };

const outbox: Index = [outboxIndex.key, { sparse: outboxIndex.sparse }];
const staleOffers: Index = [{ offersStale: 1 }, { partialFilterExpression: { offersStale: true } }];

/** All collections of the service; they are declared on the connection, so that `ensureIndexes` builds what is named here. */
export function collectionsOn(connection: Connection) {
  // Documents are written by the driver, so mongoose knows of them only what it needs for their indexes.
  const collection = <Doc extends Stored>(name: string, indexes: readonly Index[]): mongo.Collection<Doc> => {
    const model = defineModel<Stored>({ name, collection: name, fields: { _id: String }, indexes });
    modelOn(connection, model);
    return nativeOn(connection, model) as unknown as mongo.Collection<Doc>;
  };
  return {
    cities: collection<City>('cities', [
      [{ 'windows.pending': 1 }, { partialFilterExpression: { 'windows.pending': true } }],
      outbox,
    ]),
    cycles: collection<Cycle>('cycles', [[{ cityId: 1, cutoffAt: -1 }], [{ cutoffAt: 1 }], outbox]),
    categories: collection<Category>('categories', [[{ position: 1, _id: 1 }]]),
    suppliers: collection<Supplier>('suppliers', [staleOffers]),
    products: collection<Product>('products', [[{ categoryId: 1, _id: 1 }], staleOffers]),
    skus: collection<Sku>('skus', [[{ productId: 1 }], [{ supplierId: 1 }], staleOffers]),
    lots: collection<Lot>('lots', [[{ skuId: 1, _id: -1 }]]),
    pictures: collection<Picture>('pictures', []),
    offers: collection<Offer>('offers', [
      [{ cycleId: 1, skuId: 1 }, { unique: true }],
      [{ skuId: 1, cycleId: 1 }],
      // The other packs of a product; lists for operators. None of these fields ever changes, so that sales do not touch them.
      [{ cycleId: 1, productId: 1 }],
      [{ cycleId: 1, _id: 1 }],
      outbox,
    ]),
    holdPages: collection<HoldPage>('holdpages', [[{ 'holds.take': 1 }], [{ madeAt: 1 }]]),
    reservations: collection<ReservationRecord>('reservations', [
      // The three questions of the sweeper: which holds are due, which decisions unfinished; and the outbox.
      [{ expiresAt: 1 }, { partialFilterExpression: { status: 'held' } }],
      [{ 'unsettled.since': 1 }, { sparse: true }],
      outbox,
    ]),
    purchases: collection<Purchase>('purchases', [[{ dropAt: 1 }, { expireAfterSeconds: 0 }]]),
    groupStandings: collection<GroupStanding>('groupstandings', [
      [{ cycleId: 1, heardAt: 1 }],
      [{ cycleId: 1, pickupPointId: 1 }],
    ]),
  };
}

export type Collections = ReturnType<typeof collectionsOn>;
