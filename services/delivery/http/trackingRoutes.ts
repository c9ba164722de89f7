import { type trackingApi } from '#shared/contracts/delivery/tracking';
import { type Handlers } from '#shared/kit/http/handler';
import { type DeliveryDeps } from '../usecases/deps';
import { getLiveCity } from '../usecases/live/getLiveCity';
import { getPickupPointBoard } from '../usecases/live/getPickupPointBoard';
import { trackOrder } from '../usecases/live/trackOrder';
import { presentTracking } from './presentTracking';

/** Where things are at this moment. */
export const trackingRoutes = (deps: DeliveryDeps): Handlers<typeof trackingApi> => ({
  trackOrder: async ({ params, caller }) => presentTracking(await trackOrder(deps, params.orderId, caller)),
  getPickupPointBoard: ({ params, caller }) => getPickupPointBoard(deps, params.pickupPointId, caller),
  getLiveCity: ({ params }) => getLiveCity(deps, params.cityId),
});
