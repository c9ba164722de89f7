import { type catalogInternal } from '#shared/contracts/internal/catalog';
import { type Handlers } from '#shared/kit/http/handler';
import { type Catalog } from '../catalog';
import { termsOf } from '../domain/offerTerms';
import { presentCycleTerms, presentReservation } from './present';

/** What the other services ask. */
export function internalRoutes(catalog: Catalog): Handlers<typeof catalogInternal> {
  const { cityStore, cycleStore, offerStore, current, stock, reads } = catalog;
  return {
    getCityRules: async ({ params }) => {
      const { _id, timeZone, rules } = await cityStore.one(params.cityId);
      return { cityId: _id, timeZone, rules };
    },
    getCycleTerms: async ({ params }) => presentCycleTerms(await cycleStore.one(params.cycleId)),
    listCyclesByCutoff: async ({ query }) => {
      const cycles = await cycleStore.byCutoff(new Date(query.from), new Date(query.to));
      return { cycles: cycles.map(presentCycleTerms) };
    },
    getOpenCycle: async ({ params }) => {
      const { cycle } = await current(params);
      return { cycle: cycle && presentCycleTerms(cycle) };
    },
    getOfferTerms: async ({ body }) => ({ offers: await reads.terms(body.offerIds.map((_id) => ({ _id }))) }),
    readStockLeft: async ({ body }) => {
      const offers = await reads.offers(body.offerIds);
      return {
        offers: [...offers.values()].map(({ _id, available }) => ({ offerId: _id, left: available })),
      };
    },
    findOffersOfSkus: async ({ params, body }) => {
      const offers = await offerStore.ofSkus(body.skuIds, [params.cycleId]);
      return { offers: offers.filter(({ onSale }) => onSale).map(termsOf) };
    },
    reserve: async ({ body }) => {
      const { record, terms } = await stock.reserve(body);
      return { reservation: presentReservation(record), offers: [...terms] };
    },
    confirmReservation: async ({ params }) => presentReservation(await stock.confirm(params.orderId)),
    releaseReservation: async ({ params }) => ({ released: await stock.release(params.orderId) }),
    leaveReservation: async ({ params, body }) => ({
      wantedByOthers: await stock.leave({ ...params, ...body }),
    }),
    returnLines: async ({ params, body }) =>
      presentReservation(await stock.returnLines(params.orderId, body.lineIds)),
  };
}
