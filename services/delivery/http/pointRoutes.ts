import { type pickupPointsApi } from '#shared/contracts/delivery/pickupPoints';
import { type deliveryInternal } from '#shared/contracts/internal/delivery';
import { type Handlers } from '#shared/kit/http/handler';
import { type DeliveryDeps } from '../usecases/deps';
import { assignLeader } from '../usecases/points/assignLeader';
import { changePickupPoint } from '../usecases/points/changePickupPoint';
import { createPickupPoint } from '../usecases/points/createPickupPoint';
import { getPickupPoint } from '../usecases/points/getPickupPoint';
import { listManagedPickupPoints } from '../usecases/points/listManagedPickupPoints';
import { listMyPickupPoints } from '../usecases/points/listMyPickupPoints';
import { listPickupPointCards } from '../usecases/points/listPickupPointCards';
import { listPickupPoints } from '../usecases/points/listPickupPoints';
import { listPointsOfLeader } from '../usecases/points/listPointsOfLeader';
import { lookUpPickupPoints } from '../usecases/points/lookUpPickupPoints';
import { presentPage } from '#shared/kit/mongo/pages';
import {
  presentManagedPickupPoint as managed,
  presentPickupPoint,
  presentPickupPointCard as card,
} from './presentPickupPoint';

/** Pickup points, for everybody, for those who manage them and for other services. */
export const pointRoutes = (
  deps: DeliveryDeps,
): Handlers<typeof pickupPointsApi & typeof deliveryInternal> => ({
  listPickupPoints: async ({ query }) => presentPage(await listPickupPoints(deps, query), presentPickupPoint),
  listMyPickupPoints: async ({ caller }) => ({
    pickupPoints: (await listMyPickupPoints(deps, caller.accountId)).map(managed),
  }),
  listManagedPickupPoints: async ({ query }) =>
    presentPage(await listManagedPickupPoints(deps, query), managed),
  getPickupPoint: async ({ params }) => presentPickupPoint(await getPickupPoint(deps, params.pickupPointId)),
  createPickupPoint: async ({ body, key }) => managed(await createPickupPoint(deps, key.newId('ppt'), body)),
  changePickupPoint: async ({ params, body }) =>
    managed(await changePickupPoint(deps, params.pickupPointId, body)),
  assignLeader: async ({ params, body }) => managed(await assignLeader(deps, params.pickupPointId, body)),

  lookUpPickupPoints: async ({ body }) => ({
    pickupPoints: (await lookUpPickupPoints(deps, body.pickupPointIds)).map(card),
  }),
  listPickupPointCards: async ({ query }) => presentPage(await listPickupPointCards(deps, query), card),
  listPointsOfLeader: async ({ params }) => ({
    pickupPoints: (await listPointsOfLeader(deps, params.accountId)).map(card),
  }),
});
