import { type fleetApi } from '#shared/contracts/delivery/fleet';
import { type pickupPointsApi } from '#shared/contracts/delivery/pickupPoints';
import { type deliveryInternal } from '#shared/contracts/internal/delivery';
import { found, Refused } from '#shared/kit/domainError';
import { type Handlers } from '#shared/kit/http/handler';
import { type CourierDoc, type FacilityDoc } from '../storage/documents';
import { type Delivery } from '../usecases/delivery';
import { mapped } from '../views/mapped';
import { assignLeader } from '../usecases/points/leaders';
import { changePoint, createPoint } from '../usecases/points/managePoints';
import { managedPickupPoint, pickupPointCard, pickupPointView } from '../views/pickupPoints';

const facilityView = ({ _id, ...facility }: FacilityDoc) => ({ facilityId: _id, ...facility });
const courierView = ({ _id, ...courier }: CourierDoc) => ({ courierAccountId: _id, ...courier });

type Api = typeof pickupPointsApi & typeof fleetApi & typeof deliveryInternal;

export function pointHandlers(delivery: Delivery): Handlers<Api> {
  const { points, fleet } = delivery.store;
  return {
    async listPickupPoints({ query: { lng, lat, cityId, search, ...asked } }) {
      const which = { cityId, search, open: true } as const;
      if (lng === undefined || lat === undefined)
        return mapped(await points.listByName(which, asked), pickupPointView);
      return mapped(await points.listNearest({ lng, lat }, which, asked), pickupPointView);
    },
    listMyPickupPoints: async ({ caller }) => ({
      pickupPoints: (await points.ledBy(caller.accountId)).map(managedPickupPoint),
    }),
    listManagedPickupPoints: async ({ query: { cityId, search, ...asked } }) =>
      mapped(await points.listByName({ cityId, search }, asked), managedPickupPoint),
    getPickupPoint: async ({ params }) => pickupPointView(found(await points.find(params.pickupPointId))),
    createPickupPoint: async ({ body, key }) =>
      managedPickupPoint(await createPoint(delivery, key.newId('ppt'), body)),
    changePickupPoint: async ({ params, body: { version, ...change } }) =>
      managedPickupPoint(await changePoint(delivery, params.pickupPointId, version, change)),
    assignLeader: async ({ params, body }) =>
      managedPickupPoint(await assignLeader(delivery, params.pickupPointId, body)),

    listFacilities: async ({ query: { cityId, ...asked } }) =>
      mapped(await fleet.listFacilities(cityId, asked), facilityView),
    async createFacility({ body, key }) {
      const facility: FacilityDoc = { _id: key.newId('fac'), ...body, version: 1 };
      await fleet.insertFacility(facility);
      return facilityView(found(await fleet.findFacility(facility._id)));
    },
    async changeFacility({ params: { facilityId }, body: { version, ...given } }) {
      found(await fleet.findFacility(facilityId));
      const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const after = await fleet.changeFacility(facilityId, version, change);
      if (!after) throw new Refused('CHANGED_MEANWHILE');
      return facilityView(after);
    },
    listCouriers: async ({ query: { cityId, ...asked } }) =>
      mapped(await fleet.listCouriers(cityId, asked), courierView),
    getMyCourierProfile: async ({ caller }) => courierView(found(await fleet.findCourier(caller.accountId))),
    putCourier: async ({ params, body }) =>
      courierView(found(await fleet.putCourier(params.accountId, body))),

    lookUpPickupPoints: async ({ body }) => ({
      pickupPoints: (await points.findMany(body.pickupPointIds)).map(pickupPointCard),
    }),
    listPointsOfLeader: async ({ params }) => ({
      pickupPoints: (await points.ledBy(params.accountId)).map(pickupPointCard),
    }),
  };
}
