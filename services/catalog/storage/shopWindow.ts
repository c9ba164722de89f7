import { type CycleId, type OfferId, type PickupPointId, type ProductId } from '#shared/contracts/ids';
import { type Offer, type ShownOffer } from '../domain/offer';
import { type GroupStanding } from '../domain/range';
import { type Collections } from './collections';
import { withoutStockKeeping } from './withoutStockKeeping';

export type ShownStock = Pick<Offer, '_id' | 'version' | 'available' | 'sold'>;

const shown = { ...withoutStockKeeping, outbox: 0, prices: 0 } as const;

/** What lists of offers read: everything of a cycle once, then only what moves. */
export function shopWindowReads({ offers, groupStandings }: Pick<Collections, 'offers' | 'groupStandings'>) {
  return {
    /** Stock and versions of a cycle's offers: small, and asked for several times a second at most. */
    stock: (cycleId: CycleId): Promise<ShownStock[]> =>
      offers
        .find({ cycleId }, { projection: { version: 1, available: 1, sold: 1 }, batchSize: 1_000 })
        .toArray(),

    offers: (offerIds: readonly OfferId[]): Promise<ShownOffer[]> =>
      offers.find({ _id: { $in: [...offerIds] } }, { projection: shown }).toArray(),

    offersOf: (cycleId: CycleId, productId: ProductId): Promise<ShownOffer[]> =>
      offers.find({ cycleId, productId, onSale: true }, { projection: shown }).toArray(),

    standingsAt: (cycleId: CycleId, pickupPointId: PickupPointId): Promise<GroupStanding[]> =>
      groupStandings.find({ cycleId, pickupPointId }).toArray(),

    standingsSince: (cycleId: CycleId, since: Date): Promise<GroupStanding[]> =>
      groupStandings.find({ cycleId, heardAt: { $gte: since } }).toArray(),
  };
}

export type ShopWindowReads = ReturnType<typeof shopWindowReads>;
