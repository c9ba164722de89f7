import { type EventData } from '#shared/contracts/events';
import { found } from '#shared/kit/domainError';
import { type Delivery } from '../delivery';
import { changeRoute, withStop } from '../routes/changeRoute';

type Received = EventData<'delivery.stop_received.v1'>;

/** The leader has counted: the route knows it, as a version of its own that those who follow it cannot miss. */
export async function takeReceipt(
  delivery: Delivery,
  { routeId, stopId, receivedAt }: Pick<Received, 'routeId' | 'stopId' | 'receivedAt'>,
): Promise<void> {
  await changeRoute(delivery, routeId, ({ route }) => {
    const stop = found(route.stops.find((one) => one.stopId === stopId));
    if (stop.status !== 'handed_over' || stop.receivedAt) return {};
    return { next: withStop(route, { ...stop, receivedAt: new Date(receivedAt) }) };
  });
}
