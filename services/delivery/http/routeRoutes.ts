import { type routesApi } from '#shared/contracts/delivery/routes';
import { type Handlers } from '#shared/kit/http/handler';
import { type StoredRoute } from '../storage/routes';
import { type DeliveryDeps } from '../usecases/deps';
import { departRoute } from '../usecases/routes/departRoute';
import { finishRoute } from '../usecases/routes/finishRoute';
import { getRoute } from '../usecases/routes/getRoute';
import { listMyRoutes } from '../usecases/routes/listMyRoutes';
import { listRoutes } from '../usecases/routes/listRoutes';
import { loadCrates } from '../usecases/routes/loadCrates';
import { moveStop } from '../usecases/routes/moveStop';
import { reassignRoute } from '../usecases/routes/reassignRoute';
import { reorderStops } from '../usecases/routes/reorderStops';
import { reportPosition } from '../usecases/routes/reportPosition';
import { seeRoute } from '../usecases/routes/seeRoute';
import { presentPage } from '#shared/kit/mongo/pages';
import { presentRoute, presentRouteCard } from './presentRoute';

/** A courier's trips. */
export function routeRoutes(deps: DeliveryDeps): Handlers<typeof routesApi> {
  const shown = async (stored: StoredRoute | Promise<StoredRoute>) =>
    presentRoute(await seeRoute(deps, await stored));
  return {
    listMyRoutes: async ({ query, caller }) =>
      presentPage(await listMyRoutes(deps, caller.accountId, query), presentRouteCard),
    listRoutes: async ({ query }) => presentPage(await listRoutes(deps, query), presentRouteCard),
    getRoute: ({ params, caller }) => shown(getRoute(deps, params.routeId, caller)),
    reorderStops: ({ params, body }) => shown(reorderStops(deps, params.routeId, body)),
    async moveStop({ params, body }) {
      const { from, to } = await moveStop(deps, params.routeId, body);
      return { from: await shown(from), to: await shown(to) };
    },
    reassignRoute: ({ params, body }) => shown(reassignRoute(deps, params.routeId, body)),
    loadCrates: ({ params, body, caller }) => shown(loadCrates(deps, params.routeId, caller.accountId, body)),
    departRoute: ({ params, body, caller }) =>
      shown(departRoute(deps, params.routeId, caller.accountId, body)),
    reportPosition: async ({ params, body, caller }) => {
      await reportPosition(deps, caller.accountId, { ...params, ...body });
      return undefined;
    },
    finishRoute: ({ params, body, caller }) =>
      shown(finishRoute(deps, params.routeId, caller.accountId, body)),
  };
}
