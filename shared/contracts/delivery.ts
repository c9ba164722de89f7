import { fleetApi } from './delivery/fleet';
import { photosApi } from './delivery/photos';
import { pickupApi } from './delivery/pickup';
import { pickupPointsApi } from './delivery/pickupPoints';
import { planningApi } from './delivery/planning';
import { routesApi } from './delivery/routes';
import { stopsApi } from './delivery/stops';
import { trackingApi } from './delivery/tracking';

/** Everything that delivery answers to people. */
export const deliveryApi = {
  ...pickupPointsApi,
  ...fleetApi,
  ...planningApi,
  ...routesApi,
  ...stopsApi,
  ...photosApi,
  ...pickupApi,
  ...trackingApi,
};
