import { type RouteId, type StopId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type HandedOverStop } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeRoute, withStop } from '../routes/changeRoute';

/** Only a stop that was handed over is counted; `how` gives nothing for what the route knows already. */
export const changeHandedOver = (
  deps: DeliveryDeps,
  { routeId, stopId }: { readonly routeId: RouteId; readonly stopId: StopId },
  how: (stop: HandedOverStop) => HandedOverStop | undefined,
): Promise<StoredRoute> =>
  changeRoute(deps, routeId, ({ route }) => {
    const stop = found(route.stops.find((one) => one.stopId === stopId));
    const next = stop.status === 'handed_over' ? how(stop) : undefined;
    return next ? { next: withStop(route, next) } : {};
  });
