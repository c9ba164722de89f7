import { type cyclesApi } from '#shared/contracts/catalog/cycles';
import { type offersApi } from '#shared/contracts/catalog/offers';
import { type shoppingApi } from '#shared/contracts/catalog/shopping';
import { type Handlers } from '#shared/kit/http/handler';
import { type Offer } from '../domain/offer';
import { emptyList } from '../usecases/shopping/offerLists';
import { suggest } from '../usecases/shopping/suggestSearches';
import { matchScore, normalizeQuery } from '../search/match';
import { mapPage, numberIn, pageOf } from '../storage/pages';
import { lowestPrice } from '../domain/priceHistory';
import { type Catalog } from '../catalog';
import { picturesOf, presentAdjustment, presentCycle, presentLot } from './present';
import { presentOfferRecord } from './presentOfferRecord';

export function offerRoutes(
  catalog: Catalog,
): Handlers<typeof cyclesApi & typeof shoppingApi & typeof offersApi> {
  const { cycles, cycleStore, offers, offerStore, books, current, lists, viewOf, range } = catalog;
  const record = async (offer: Promise<Offer>) => presentOfferRecord(await offer);

  return {
    readCurrentCycle: async ({ query }) => {
      const { cityId, cycle, next, at } = await current(query);
      const shown = { cycle: cycle && presentCycle(cycle), next: next && presentCycle(next) };
      return { cityId, ...shown, serverTime: at.toISOString() };
    },
    listCycles: async ({ query }) => mapPage(await cycleStore.page(query.cityId, query), presentCycle),
    scheduleCycle: async ({ key, body }) => presentCycle(await cycles.schedule(key.newId('cyc'), body)),
    readCycle: async ({ params }) => presentCycle(await cycleStore.one(params.cycleId)),
    rescheduleCycle: async ({ params, body }) => presentCycle(await cycles.reschedule(params.cycleId, body)),
    copyOffers: ({ params, body }) => catalog.copyOffers(params.cycleId, body.fromCycleId),
    readStockBooks: ({ params, query }) => books(params.cycleId, query),

    listOffers: async ({ query }) => {
      const { cycle } = await current(query);
      if (!cycle) return emptyList;
      const { pickupPointId, cityId: _cityId, q, ...list } = query;
      return lists(cycle, { ...list, q: q && normalizeQuery(q) }, pickupPointId);
    },
    suggestSearches: async ({ query }) => {
      const { cycle } = await current(query);
      return { suggestions: cycle ? suggest(await viewOf(cycle._id), query.q, query.limit) : [] };
    },
    readOffer: async ({ params, query }) => {
      const { product, pictures, cycle, lot, ...rest } = await catalog.readOffer(
        params.offerId,
        query.pickupPointId,
      );
      return {
        ...rest,
        cycle: presentCycle(cycle),
        description: product.description,
        storageAdvice: product.storageAdvice,
        pictures: picturesOf(product, pictures),
        lot: lot && presentLot(lot),
      };
    },

    listOfferRecords: async ({ params, query }) => {
      const { _id } = await cycleStore.one(params.cycleId);
      const { q, onSale, ...wanted } = query;
      const isMeant = q === undefined ? undefined : ({ search }: Offer) => matchScore(q, search) > 0;
      const ofCycle = { cycleId: _id, ...(onSale === undefined ? {} : { onSale: onSale === 'true' }) };
      return mapPage(await offerStore.page(ofCycle, wanted, isMeant), presentOfferRecord);
    },
    addOffer: ({ key, body }) => record(offers.add(key.newId('off'), body)),
    readOfferRecord: ({ params }) => record(offerStore.one(params.offerId)),
    changeOffer: ({ params, body }) => record(offers.change(params.offerId, body)),
    withdrawOffer: ({ params }) => record(offers.setOnSale(params.offerId, false)),
    resumeOffer: ({ params }) => record(offers.setOnSale(params.offerId, true)),
    adjustStock: ({ params, body, key, caller }) =>
      record(offers.adjust(params.offerId, body, { id: key.newId('adj'), by: caller.accountId })),
    listStockAdjustments: async ({ params, query }) => {
      const offer = await offerStore.one(params.offerId);
      const before = query.cursor === undefined ? offer.adjustments.length : numberIn(query.cursor);
      const newestFirst = offer.adjustments
        .map((adjustment, at) => ({ adjustment, at }))
        .slice(0, before)
        .reverse();
      const page = pageOf(newestFirst.slice(0, query.limit + 1), query.limit, ({ at }) => String(at));
      return mapPage(page, ({ adjustment }) => presentAdjustment(offer, adjustment));
    },
    readPriceHistory: async ({ params, query }) => {
      const { _id } = await range.one('skus', params.skuId);
      const periods = await catalog.priceHistory(_id, await cycleStore.one(query.cycleId));
      const prices = periods.map(({ from, until, ...rest }) => ({
        ...rest,
        from: from.toISOString(),
        until: until.toISOString(),
      }));
      return { prices, highestStrikePrice: lowestPrice(periods) };
    },
  };
}
