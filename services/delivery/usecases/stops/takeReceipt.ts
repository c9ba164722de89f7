import { type EventData } from '#shared/contracts/events';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeHandedOver } from './changeHandedOver';

type Received = EventData<'delivery.stop_received.v1'>;

/** The leader has counted: the route knows it, as a version of its own that those who follow it cannot miss. */
export const takeReceipt = (
  deps: DeliveryDeps,
  { routeId, stopId, receivedAt }: Pick<Received, 'routeId' | 'stopId' | 'receivedAt'>,
): Promise<StoredRoute> =>
  changeHandedOver(deps, { routeId, stopId }, (stop) =>
    stop.receivedAt ? undefined : { ...stop, receivedAt: new Date(receivedAt) },
  );
