import { type ordersInternal } from '#shared/contracts/internal/orders';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type OrdersDeps } from '../usecases/deps';
import { listOrdersInLedger } from '../usecases/money/listOrdersInLedger';
import { presentOrderInLedger } from './presentOrderInLedger';

/** What settlement asks. */
export const ledgerRoutes = (
  deps: OrdersDeps,
): Pick<Handlers<typeof ordersInternal>, 'listOrdersInLedger'> => ({
  listOrdersInLedger: async ({ query }) =>
    presentPage(await listOrdersInLedger(deps, query), presentOrderInLedger),
});
