import { type PickupPointId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';

/** For other services: several pickup points at once; unknown ones are left out. */
export const lookUpPickupPoints = ({ store }: DeliveryDeps, ids: readonly PickupPointId[]) =>
  store.points.findMany(ids);
