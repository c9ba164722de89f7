import { isBrought } from '../../domain/orderStage';
import { type TrackedOrderDoc } from '../../storage/documents';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';

/** The route that brings the order, once there is one. */
export async function routeOfOrder(
  { store }: DeliveryDeps,
  { cycleId, pickupPointId, status }: TrackedOrderDoc,
): Promise<StoredRoute | undefined> {
  return isBrought(status) ? store.routes.ofCycleAt(cycleId, pickupPointId) : undefined;
}
