import { type ordersInternal } from '#shared/contracts/internal/orders';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { listPurchases } from '../usecases/consolidations/listPurchases';
import { type OrdersDeps } from '../usecases/deps';
import { getConsolidationSummary } from '../usecases/handover/getConsolidationSummary';
import { getOrderStanding } from '../usecases/handover/getOrderStanding';
import { getOrderToHandOut } from '../usecases/handover/getOrderToHandOut';
import { listOrdersToHandOut } from '../usecases/handover/listOrdersToHandOut';
import { listStopLoads } from '../usecases/handover/listStopLoads';
import { presentPurchase } from './presentConsolidation';
import { presentLoad } from './presentLoad';
import { presentStanding } from './presentStanding';
import { presentSummary } from './presentSummary';
import { presentToHandOut } from './presentToHandOut';

/** What delivery asks: what to bring where, and what to hand to whom; and what settlement asks: what to buy. */
export function handoverRoutes(
  deps: OrdersDeps,
): Omit<Handlers<typeof ordersInternal>, 'listOrdersInLedger'> {
  return {
    getConsolidationSummary: async ({ params }) =>
      presentSummary(await getConsolidationSummary(deps, params.consolidationId)),
    listPurchases: async ({ params, query }) =>
      presentPage(await listPurchases(deps, params.consolidationId, query), presentPurchase),
    listStopLoads: async ({ params, query }) =>
      presentPage(await listStopLoads(deps, params.consolidationId, query), presentLoad),
    listOrdersToHandOut: async ({ params, query }) =>
      presentPage(await listOrdersToHandOut(deps, params, query), presentToHandOut),
    getOrderStanding: async ({ params }) => presentStanding(await getOrderStanding(deps, params.orderId)),
    getOrderToHandOut: async ({ params }) => presentToHandOut(await getOrderToHandOut(deps, params.orderId)),
  };
}
