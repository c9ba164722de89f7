import { type AccountId, type RouteId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { assertRouteCan } from '../../domain/lifecycle';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';
import { routeCourier } from '../planning/writeRoutes';
import { editRoute } from './editRoute';
import { assertCarries } from './moveStop';

/** Gives the route, with what is left of it, to another courier of the city. */
export async function reassignRoute(
  deps: DeliveryDeps,
  id: RouteId,
  { version, courierAccountId }: { version: number; courierAccountId: AccountId },
): Promise<StoredRoute> {
  const courier = await deps.store.fleet.findCourier(courierAccountId);
  const after = await editRoute(deps, id, version, (route) => {
    assertRouteCan('takeOver', route);
    if (!courier?.active || courier.cityId !== route.cityId) throw new Refused('COURIER_UNKNOWN');
    assertCarries(
      routeCourier(courier),
      route.stops.filter(({ status }) => status !== 'handed_over'),
    );
    return { ...route, courier: routeCourier(courier) };
  });
  deps.broadcast.dismiss(audiences.route(id), courierAccountId);
  return after;
}
