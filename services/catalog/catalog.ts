import { type ServiceDeps } from '#shared/kit/service';
import { pickupPoints } from './clients/pickupPoints';
import { presentCycle } from './http/present';
import { cycleViews } from './usecases/shopping/cycleViews';
import { offerLists } from './usecases/shopping/offerLists';
import { pictures } from './usecases/pictures/pictures';
import { type FileStore } from '#shared/kit/files/fileStore';
import { openImages } from '#shared/kit/images/images';
import { cityStore as citiesIn } from './storage/cities';
import { stockOn } from './stock';
import { type Collections } from './storage/collections';
import { cycleStore as cyclesIn } from './storage/cycles';
import { groupStandingStore } from './storage/groupStandings';
import { offerStore as offersIn } from './storage/offers';
import { rangeStore } from './storage/range';
import { shopWindowReads } from './storage/shopWindow';
import { stockBookStore } from './storage/stockBooks';
import { stockReads } from './storage/stockReads';
import { copyOffers } from './usecases/offers/copyOffers';
import { currentCycle } from './usecases/cycles/currentCycle';
import { manageCategories } from './usecases/range/addCategory';
import { manageCities } from './usecases/cities/changeCityRules';
import { manageLots } from './usecases/range/addLot';
import { manageOffers } from './usecases/offers/changeOffer';
import { manageProducts } from './usecases/range/addProduct';
import { manageSuppliers } from './usecases/range/addSupplier';
import { priceHistoryReader } from './usecases/offers/pricePeriods';
import { readOffer } from './usecases/shopping/readOffer';
import { readStockBooks } from './usecases/stock/readStockBooks';
import { refreshOffers } from './usecases/offers/refreshOffers';
import { scheduleCycles } from './usecases/cycles/scheduleCycle';

/** Collections whose documents owe events. */
export type OutboxName = 'cities' | 'cycles' | 'offers' | 'reservations';

export type CatalogParts = Pick<ServiceDeps, 'call' | 'now' | 'log'> & {
  readonly collections: Collections;
  readonly pictureStore: FileStore;
  readonly nudge: (collection: OutboxName, document: { readonly _id: string }) => void;
};

/** Puts the use cases of the service on their storage. */
export function createCatalog({ collections, pictureStore, nudge, call, now, log }: CatalogParts) {
  const nudger = (name: OutboxName) => (document: { readonly _id: string }) => {
    nudge(name, { _id: document._id });
  };
  const cityStore = citiesIn(collections.cities);
  const cycleStore = cyclesIn(collections);
  const offerStore = offersIn(collections.offers);
  const range = rangeStore(collections);
  const shop = shopWindowReads(collections);
  const reads = stockReads(collections);
  const points = pickupPoints(call);

  const refresh = refreshOffers({
    range,
    offers: offerStore,
    cycles: cycleStore,
    now,
    nudge: nudger('offers'),
  });
  const offerDeps = {
    range,
    offers: offerStore,
    cycles: cycleStore,
    cities: cityStore,
    refresh,
    now,
    nudge: nudger('offers'),
  };
  const viewOf = cycleViews(shop, now);

  return {
    now,
    cityStore,
    cycleStore,
    offerStore,
    range,
    reads,
    refresh,
    points,
    viewOf,
    cities: manageCities(cityStore, { now, nudge: nudger('cities') }),
    cycles: scheduleCycles({ cities: cityStore, cycles: cycleStore, now, nudge: nudger('cycles') }),
    categories: manageCategories(range),
    suppliers: manageSuppliers(range, refresh),
    products: manageProducts(range, refresh),
    lots: manageLots(range),
    offers: manageOffers(offerDeps),
    copyOffers: copyOffers(offerDeps),
    priceHistory: priceHistoryReader(offerDeps),
    books: readStockBooks({ cycles: cycleStore, books: stockBookStore(collections.offers) }),
    stock: stockOn(collections, { reads, now, nudge: nudger('reservations') }),
    standings: groupStandingStore(collections.groupStandings),
    current: currentCycle({ cycles: cycleStore, cityOf: (id) => points.cityOf(id), now }),
    lists: offerLists(viewOf, (cycle) => JSON.stringify(presentCycle(cycle))),
    readOffer: readOffer({ shop, range, cycles: cycleStore }),
    pictures: pictures(
      pictureStore,
      collections.pictures,
      openImages({ unreadable: 'PICTURE_UNREADABLE', log }),
    ),
  };
}

export type Catalog = ReturnType<typeof createCatalog>;
