import { type planningApi } from '#shared/contracts/delivery/planning';
import { type Handlers } from '#shared/kit/http/handler';
import { type DeliveryDeps } from '../usecases/deps';
import { getRoutePlan } from '../usecases/planning/getRoutePlan';
import { listRoutePlans } from '../usecases/planning/listRoutePlans';
import { planRoutes } from '../usecases/planning/planRoutes';
import { presentPage } from '#shared/kit/mongo/pages';
import { presentRoutePlan, presentRoutePlanCard } from './presentRoutePlan';

/** What is to be brought, and the routes that bring it. */
export const planningRoutes = (deps: DeliveryDeps): Handlers<typeof planningApi> => ({
  listRoutePlans: async ({ query }) =>
    presentPage(await listRoutePlans(deps, query), (plan) => presentRoutePlanCard(plan)),
  getRoutePlan: async ({ params }) => presentRoutePlan(await getRoutePlan(deps, params.consolidationId)),
  planRoutes: async ({ body }) => presentRoutePlan(await planRoutes(deps, body)),
});
