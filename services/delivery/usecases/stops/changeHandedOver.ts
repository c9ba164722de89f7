import { type EventData } from '#shared/contracts/events';
import { type RouteId, type StopId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type HandedOverStop } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeRoute, withStop } from '../routes/changeRoute';

type Received = EventData<'delivery.stop_received.v1'>;
type Answered = EventData<'delivery.discrepancy_answered.v1'>;

/** The leader has counted: the route knows it, as a version of its own that those who follow it cannot miss. */
export const takeReceipt = (
  deps: DeliveryDeps,
  { routeId, stopId, receivedAt }: Pick<Received, 'routeId' | 'stopId' | 'receivedAt'>,
): Promise<StoredRoute> =>
  changeHandedOver(deps, { routeId, stopId }, (stop) =>
    stop.receivedAt ? undefined : { ...stop, receivedAt: new Date(receivedAt) },
  );

/** The courier has answered to a discrepancy: a version of the route, too, whether or not the receipt's own came before. */
export const takeAnswer = (
  deps: DeliveryDeps,
  { routeId, stopId, discrepancyId }: Pick<Answered, 'routeId' | 'stopId' | 'discrepancyId'>,
): Promise<StoredRoute> =>
  changeHandedOver(deps, { routeId, stopId }, ({ answered = [], ...stop }) =>
    answered.includes(discrepancyId) ? undefined : { ...stop, answered: [...answered, discrepancyId] },
  );

/** Only a stop that was handed over is counted; `how` gives nothing for what the route knows already. */
const changeHandedOver = (
  deps: DeliveryDeps,
  { routeId, stopId }: { readonly routeId: RouteId; readonly stopId: StopId },
  how: (stop: HandedOverStop) => HandedOverStop | undefined,
): Promise<StoredRoute> =>
  changeRoute(deps, routeId, ({ route }) => {
    const stop = found(route.stops.find((one) => one.stopId === stopId));
    const next = stop.status === 'handed_over' ? how(stop) : undefined;
    return next ? { next: withStop(route, next) } : {};
  });
