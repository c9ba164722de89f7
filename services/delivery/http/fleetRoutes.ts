import { type fleetApi } from '#shared/contracts/delivery/fleet';
import { type Handlers } from '#shared/kit/http/handler';
import { type DeliveryDeps } from '../usecases/deps';
import { changeFacility } from '../usecases/fleet/changeFacility';
import { createFacility } from '../usecases/fleet/createFacility';
import { getMyCourierProfile } from '../usecases/fleet/getMyCourierProfile';
import { listCouriers } from '../usecases/fleet/listCouriers';
import { listFacilities } from '../usecases/fleet/listFacilities';
import { putCourier } from '../usecases/fleet/putCourier';
import { presentCourier } from './presentCourier';
import { presentFacility } from './presentFacility';
import { presentPage } from '#shared/kit/mongo/pages';

/** Warehouses and couriers. */
export const fleetRoutes = (deps: DeliveryDeps): Handlers<typeof fleetApi> => ({
  listFacilities: async ({ query }) => presentPage(await listFacilities(deps, query), presentFacility),
  createFacility: async ({ body, key }) =>
    presentFacility(await createFacility(deps, key.newId('fac'), body)),
  changeFacility: async ({ params, body }) =>
    presentFacility(await changeFacility(deps, params.facilityId, body)),
  listCouriers: async ({ query }) => presentPage(await listCouriers(deps, query), presentCourier),
  getMyCourierProfile: async ({ caller }) =>
    presentCourier(await getMyCourierProfile(deps, caller.accountId)),
  putCourier: async ({ params, body }) => presentCourier(await putCourier(deps, params.accountId, body)),
});
