import { type photosApi } from '#shared/contracts/delivery/photos';
import { type planningApi } from '#shared/contracts/delivery/planning';
import { type routesApi } from '#shared/contracts/delivery/routes';
import { type stopsApi } from '#shared/contracts/delivery/stops';
import { type Handlers, MadeReply } from '#shared/kit/http/handler';
import { type StopId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type StoredRoute } from '../storage/routes';
import { type Delivery } from '../usecases/delivery';
import { mapped } from '../views/mapped';
import { readPhoto, uploadPhoto } from '../usecases/photos';
import { reassignRoute, reorderStops } from '../usecases/planning/editRoute';
import { moveStop } from '../usecases/planning/moveStop';
import { trySecondTime } from '../usecases/planning/trySecondTime';
import { planRoutesOf } from '../usecases/planning/planRoutesOf';
import { planCard, viewPlan } from '../usecases/planning/viewPlans';
import { departRoute } from '../usecases/routes/departRoute';
import { finishRoute } from '../usecases/routes/finishRoute';
import { loadCrates } from '../usecases/routes/loadCrates';
import { type positionReports } from '../usecases/routes/reportPosition';
import { getRoute, getStop, viewRoute } from '../usecases/routes/viewRoutes';
import { confirmReceipt } from '../usecases/stops/confirmReceipt';
import { answerDiscrepancy, listDiscrepancies } from '../usecases/stops/discrepancies';
import { listMyStops } from '../usecases/stops/listMyStops';
import { sendStopBack } from '../usecases/stops/resolveStop';
import { arriveAtStop, failStop, handOverStop } from '../usecases/stops/visitStop';
import { routeCard } from '../views/routes';
import { discrepancyView } from '../views/stops';

type Api = typeof planningApi & typeof routesApi & typeof stopsApi & typeof photosApi;

export function routeHandlers(
  delivery: Delivery,
  positions: Pick<ReturnType<typeof positionReports>, 'report'>,
): Handlers<Api> {
  const { store } = delivery;
  const shown = async (stored: StoredRoute | Promise<StoredRoute>) => viewRoute(delivery, await stored);
  const stopShown = async (done: Promise<unknown>, stopId: StopId, caller: AccountCaller) => {
    await done;
    return getStop(delivery, stopId, caller);
  };
  return {
    listRoutePlans: async ({ query: { cityId, pickupDate, ...asked } }) =>
      mapped(await store.plans.list({ cityId, pickupDate }, asked), (plan) => planCard(plan)),
    getRoutePlan: ({ params }) => viewPlan(delivery, params.consolidationId),
    async planRoutes({ body: { consolidationId, facilityId, courierAccountIds, departAt } }) {
      await planRoutesOf(delivery, {
        ...{ consolidationId, facilityId },
        ...(courierAccountIds ? { courierAccountIds } : {}),
        ...(departAt === undefined ? {} : { departAt: new Date(departAt) }),
      });
      return viewPlan(delivery, consolidationId);
    },

    listMyRoutes: async ({ query: { status, ...asked }, caller }) =>
      mapped(await store.routes.list({ courierAccountId: caller.accountId, status }, asked), routeCard),
    listRoutes: async ({ query: { cityId, pickupDate, status, ...asked } }) =>
      mapped(await store.routes.list({ cityId, pickupDate, status }, asked), routeCard),
    getRoute: ({ params, caller }) => getRoute(delivery, params.routeId, caller),
    reorderStops: ({ params, body }) => shown(reorderStops(delivery, params.routeId, body)),
    async moveStop({ params, body }) {
      const { from, to } = await moveStop(delivery, params.routeId, body);
      return { from: await shown(from), to: await shown(to) };
    },
    reassignRoute: ({ params, body }) => shown(reassignRoute(delivery, params.routeId, body)),
    loadCrates: ({ params, body, caller }) =>
      shown(loadCrates(delivery, params.routeId, caller.accountId, body)),
    departRoute: ({ params, body, caller }) =>
      shown(departRoute(delivery, params.routeId, caller.accountId, body)),
    async reportPosition({ params, body, caller }) {
      await positions.report(caller.accountId, { ...params, ...body });
      return undefined;
    },
    finishRoute: ({ params, body, caller }) =>
      shown(finishRoute(delivery, params.routeId, caller.accountId, body)),

    listMyStops: ({ query, caller }) => listMyStops(delivery, caller.accountId, query),
    getStop: ({ params, caller }) => getStop(delivery, params.stopId, caller),
    arriveAtStop: ({ params: { stopId }, body, caller }) =>
      stopShown(arriveAtStop(delivery, stopId, caller.accountId, body), stopId, caller),
    handOverStop: ({ params: { stopId }, body, caller }) =>
      stopShown(handOverStop(delivery, stopId, caller.accountId, body), stopId, caller),
    failStop: ({ params: { stopId }, body, caller }) =>
      stopShown(failStop(delivery, stopId, caller.accountId, body), stopId, caller),
    tryStopAgain: async ({ params, body, caller }) =>
      getStop(delivery, await trySecondTime(delivery, params.stopId, body), caller),
    sendStopBack: ({ params: { stopId }, body, caller }) =>
      stopShown(sendStopBack(delivery, stopId, body), stopId, caller),
    confirmReceipt: ({ params: { stopId }, body, caller }) =>
      stopShown(confirmReceipt(delivery, stopId, caller, body), stopId, caller),
    listDiscrepancies: async ({ query, caller }) =>
      mapped(await listDiscrepancies(delivery, caller, query), discrepancyView),
    answerDiscrepancy: async ({ params, body, caller }) =>
      discrepancyView(await answerDiscrepancy(delivery, params.discrepancyId, caller.accountId, body)),

    async uploadDeliveryPhoto({ key, caller, file }) {
      const { _id, width, height } = await uploadPhoto(
        delivery,
        key.newId('pho', file.name),
        caller,
        file.bytes,
      );
      return { photoId: _id, url: `/api/delivery-photos/${_id}`, width, height };
    },
    getDeliveryPhoto: async ({ params, caller }) =>
      new MadeReply(await readPhoto(delivery, params.photoId, caller), {
        'Content-Type': 'image/webp',
        'Cache-Control': 'private, max-age=86400, immutable',
        ETag: `"${params.photoId}"`,
      }),
  };
}
