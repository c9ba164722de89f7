import { type offersApi } from '#shared/contracts/catalog/offers';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type CatalogDeps } from '../usecases/deps';
import { addOffer } from '../usecases/offers/addOffer';
import { adjustStock } from '../usecases/offers/adjustStock';
import { changeOffer } from '../usecases/offers/changeOffer';
import { listOfferRecords } from '../usecases/offers/listOfferRecords';
import { listStockAdjustments } from '../usecases/offers/listStockAdjustments';
import { readOfferRecord } from '../usecases/offers/readOfferRecord';
import { readPriceHistory } from '../usecases/offers/readPriceHistory';
import { resumeOffer } from '../usecases/offers/resumeOffer';
import { withdrawOffer } from '../usecases/offers/withdrawOffer';
import { presentOfferRecord } from './presentOfferRecord';
import { presentPriceHistory } from './presentPriceHistory';
import { presentStockAdjustment } from './presentStockAdjustment';

/** Offers as operators make and watch them. */
export const offerRoutes = (deps: CatalogDeps): Handlers<typeof offersApi> => ({
  listOfferRecords: async ({ params, query }) =>
    presentPage(await listOfferRecords(deps, params.cycleId, query), presentOfferRecord),
  addOffer: async ({ key, body }) => presentOfferRecord(await addOffer(deps, key.newId('off'), body)),
  readOfferRecord: async ({ params }) => presentOfferRecord(await readOfferRecord(deps, params.offerId)),
  changeOffer: async ({ params, body }) => presentOfferRecord(await changeOffer(deps, params.offerId, body)),
  withdrawOffer: async ({ params }) => presentOfferRecord(await withdrawOffer(deps, params.offerId)),
  resumeOffer: async ({ params }) => presentOfferRecord(await resumeOffer(deps, params.offerId)),
  adjustStock: async ({ params, body, key, caller }) => {
    const wish = { ...body, id: key.newId('adj'), by: caller.accountId };
    return presentOfferRecord(await adjustStock(deps, params.offerId, wish));
  },
  listStockAdjustments: async ({ params, query }) =>
    presentPage(await listStockAdjustments(deps, params.offerId, query), (adjustment) =>
      presentStockAdjustment(params.offerId, adjustment),
    ),
  readPriceHistory: async ({ params, query }) =>
    presentPriceHistory(await readPriceHistory(deps, params.skuId, query.cycleId)),
});
