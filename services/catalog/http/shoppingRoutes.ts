import { type shoppingApi } from '#shared/contracts/catalog/shopping';
import { type Handlers } from '#shared/kit/http/handler';
import { type CatalogDeps } from '../usecases/deps';
import { listOffers } from '../usecases/shopping/listOffers';
import { readOffer } from '../usecases/shopping/readOffer';
import { suggestSearches } from '../usecases/shopping/suggestSearches';
import { presentOfferPage } from './presentOfferPage';

/** What everybody sees of the offers. */
export const shoppingRoutes = (deps: CatalogDeps): Handlers<typeof shoppingApi> => ({
  listOffers: ({ query }) => listOffers(deps, query),
  suggestSearches: async ({ query }) => ({ suggestions: await suggestSearches(deps, query) }),
  readOffer: async ({ params, query }) =>
    presentOfferPage(await readOffer(deps, params.offerId, query.pickupPointId)),
});
