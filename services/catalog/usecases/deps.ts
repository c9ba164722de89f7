import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type CityStore } from '../storage/cities';
import { type CycleStore } from '../storage/cycles';
import { type GroupStandingStore } from '../storage/groupStandings';
import { type OfferStore } from '../storage/offers';
import { type RangeStore } from '../storage/range';
import { type ShopWindowReads } from '../storage/shopWindow';
import { type StockBookStore } from '../storage/stockBooks';
import { type CurrentCycle } from './cycles/currentCycle';
import { type Pictures } from './pictures/pictures';
import { type CycleViews } from './shopping/cycleViews';
import { type OfferLists } from './shopping/offerLists';
import { type Stock } from './stock/stock';
import { type StockReads } from './stock/stockDeps';

/** Collections whose documents owe events. */
export type OutboxName = 'cities' | 'cycles' | 'offers' | 'reservations';

/** What the use cases of catalog work with; each takes the part that it needs. */
export type CatalogDeps = {
  readonly cities: CityStore;
  readonly cycles: CycleStore;
  readonly offers: OfferStore;
  readonly range: RangeStore;
  readonly standings: GroupStandingStore;
  readonly stockBooks: StockBookStore;
  readonly reads: StockReads;
  readonly shopWindow: ShopWindowReads;
  /** Everything that moves stock. */
  readonly stock: Stock;
  /** Which cycle takes orders, remembered for a moment. */
  readonly currentCycle: CurrentCycle;
  /** What shoppers see of cycles, kept up to date. */
  readonly viewOf: CycleViews;
  readonly lists: OfferLists;
  readonly pictures: Pictures;
  /** Where pickup points are, as delivery knows it. */
  readonly points: {
    learn(pickupPointId: PickupPointId, cityId: CityId): Promise<void>;
    learnAll(): Promise<boolean>;
    cityOf(pickupPointId: PickupPointId): Promise<CityId>;
  };
  readonly now: Clock;
  readonly log: Log;
  /** Says that a document was written with events, so that they leave at once. */
  readonly nudge: (collection: OutboxName, document: { readonly _id: string }) => void;
};
