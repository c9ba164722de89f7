import { type eventCatalogue } from '#shared/contracts/events';
import { type CycleId, type OfferId, type SkuId } from '#shared/contracts/ids';
import { type Clock } from '#shared/kit/clock';
import { type Money } from '#shared/kit/money';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { historyStart, lowestPrice, type PricePeriod } from '../../domain/priceHistory';
import { type Cycle } from '../../domain/range';
import { type CityStore } from '../../storage/cities';
import { type CycleStore } from '../../storage/cycles';
import { type OfferStore } from '../../storage/offers';
import { type RangeStore } from '../../storage/range';
import { type RefreshOffers } from './refreshOffers';

export type OfferDeps = {
  readonly range: RangeStore;
  readonly offers: OfferStore;
  readonly cycles: CycleStore;
  readonly cities: CityStore;
  readonly refresh: RefreshOffers;
  readonly now: Clock;
  readonly nudge: (offer: { readonly _id: string }) => void;
};

const event = eventFactory<typeof eventCatalogue>();

/** Told when something about an offer other than its stock changed. */
export const offersChanged = (cycleId: CycleId, offerId: OfferId, now: Date) =>
  event('catalog.offers_changed.v1', offerId, { cycleId, offerIds: [offerId] }, { now });

/** Reads the prices at which a Sku was really on sale in the city in the thirty days before a cycle opens. */
export const priceHistoryReader =
  ({ offers, cycles }: Pick<OfferDeps, 'offers' | 'cycles'>) =>
  async (skuId: SkuId, { _id, cityId, opensAt }: Cycle): Promise<PricePeriod[]> => {
    const past = await cycles.openWithin(cityId, historyStart(opensAt), opensAt);
    return offers.pricePeriods(
      skuId,
      past.filter((cycle) => cycle._id !== _id),
      opensAt,
    );
  };

export function strikePriceReader(deps: Pick<OfferDeps, 'offers' | 'cycles'>) {
  const readHistory = priceHistoryReader(deps);
  return async (skuId: SkuId, cycle: Cycle): Promise<Money | undefined> =>
    lowestPrice(await readHistory(skuId, cycle));
}
