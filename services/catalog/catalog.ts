import { type ServiceDeps } from '#shared/kit/service';
import { type FileStore } from '#shared/kit/files/fileStore';
import { openImages } from '#shared/kit/images/images';
import { pickupPoints } from './clients/pickupPoints';
import { presentCycle } from './http/presentCycle';
import { stockOn } from './stock';
import { cityStore } from './storage/cities';
import { type Collections } from './storage/collections';
import { cycleStore } from './storage/cycles';
import { groupStandingStore } from './storage/groupStandings';
import { type KnownPoints } from './storage/knownPoints';
import { offerStore } from './storage/offers';
import { pictureStore } from './storage/pictures';
import { rangeStore } from './storage/range';
import { shopWindowReads } from './storage/shopWindow';
import { stockBookStore } from './storage/stockBooks';
import { stockReads } from './storage/stockReads';
import { currentCycle } from './usecases/cycles/currentCycle';
import { type CatalogDeps } from './usecases/deps';
import { pictures } from './usecases/pictures/pictures';
import { cycleViews } from './usecases/shopping/cycleViews';
import { offerLists } from './usecases/shopping/offerLists';

export type CatalogParts = Pick<ServiceDeps, 'call' | 'now' | 'log'> &
  Pick<CatalogDeps, 'nudge'> & {
    readonly collections: Collections;
    readonly knownPoints: KnownPoints;
    /** Where the files of pictures are kept. */
    readonly pictureStore: FileStore;
  };

/** What the use cases work with, on the storage of this process. */
export function createCatalog({
  collections,
  knownPoints,
  call,
  now,
  log,
  nudge,
  ...parts
}: CatalogParts): CatalogDeps {
  const cycles = cycleStore(collections);
  const shopWindow = shopWindowReads(collections);
  const reads = stockReads(collections);
  const points = pickupPoints(call, knownPoints);
  const viewOf = cycleViews(shopWindow, now);
  const images = openImages({ unreadable: 'PICTURE_UNREADABLE', log });
  return {
    cities: cityStore(collections.cities),
    cycles,
    offers: offerStore(collections.offers),
    range: rangeStore(collections),
    standings: groupStandingStore(collections.groupStandings),
    stockBooks: stockBookStore(collections.offers),
    reads,
    shopWindow,
    stock: stockOn(collections, {
      reads,
      now,
      nudge: (record) => {
        nudge('reservations', record);
      },
    }),
    currentCycle: currentCycle({ cycles, cityOf: (id) => points.cityOf(id), now }),
    viewOf,
    lists: offerLists(viewOf, (cycle) => JSON.stringify(presentCycle(cycle))),
    pictures: pictures(parts.pictureStore, pictureStore(collections.pictures), images),
    points,
    now,
    log,
    nudge,
  };
}
