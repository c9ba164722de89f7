import { type catalogInternal } from '#shared/contracts/internal/catalog';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type City } from '../domain/range';
import { getCityRules } from '../usecases/cities/getCityRules';
import { listCityRules } from '../usecases/cities/listCityRules';
import { getCycleTerms } from '../usecases/cycles/getCycleTerms';
import { getOpenCycle } from '../usecases/cycles/getOpenCycle';
import { listCyclesByCutoff } from '../usecases/cycles/listCyclesByCutoff';
import { type CatalogDeps } from '../usecases/deps';
import { findOffersOfSkus } from '../usecases/offers/findOffersOfSkus';
import { getOfferTerms } from '../usecases/offers/getOfferTerms';
import { findLots } from '../usecases/range/findLots';
import { getSupplyTerms } from '../usecases/range/getSupplyTerms';
import { getSupplierContact } from '../usecases/range/getSupplierContact';
import { readStockLeft } from '../usecases/stock/readStockLeft';
import { presentCycleTerms } from './presentCycle';
import { presentLot } from './presentLot';
import { presentReservation } from './presentReservation';
import { presentSupplier } from './presentSupplier';

const presentCityTerms = ({ _id, timeZone, centre, rules }: City) => ({
  cityId: _id,
  timeZone,
  centre,
  rules,
});

/** What the other services ask. */
export function internalRoutes(deps: CatalogDeps): Handlers<typeof catalogInternal> {
  const { stock } = deps;
  return {
    getCityRules: async ({ params }) => presentCityTerms(await getCityRules(deps, params.cityId)),
    listCityRules: async ({ query }) => presentPage(await listCityRules(deps, query), presentCityTerms),
    getCycleTerms: async ({ params }) => presentCycleTerms(await getCycleTerms(deps, params.cycleId)),
    listCyclesByCutoff: async ({ query }) => ({
      cycles: (await listCyclesByCutoff(deps, query)).map(presentCycleTerms),
    }),
    getOpenCycle: async ({ params }) => {
      const cycle = await getOpenCycle(deps, params);
      return { cycle: cycle && presentCycleTerms(cycle) };
    },
    getOfferTerms: async ({ body }) => ({ offers: await getOfferTerms(deps, body.offerIds) }),
    readStockLeft: async ({ body }) => ({ offers: await readStockLeft(deps, body.offerIds) }),
    findOffersOfSkus: async ({ params, body }) => ({
      offers: await findOffersOfSkus(deps, params.cycleId, body.skuIds),
    }),
    getSupplyTerms: async ({ body }) => ({ skus: await getSupplyTerms(deps, body.skuIds) }),
    findLots: async ({ body }) => ({ lots: (await findLots(deps, body.lotIds)).map(presentLot) }),
    getSupplierContact: async ({ params }) =>
      presentSupplier(await getSupplierContact(deps, params.supplierId)),
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
