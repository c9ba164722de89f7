import { type EventData } from '#shared/contracts/events';
import { failed } from '../../domain/orderEvents';
import { sendBack } from '../../domain/handover/journey';
import { groupOrderIdOf } from '../../domain/place';
import { ordersAtStop } from '../../storage/handoverOrderStore';
import { inGroups } from '../inGroups';
import { consolidationOf, type HandoverDeps } from './consolidationOf';

/**
 * What was to come to a pickup point went back: each of its orders that still waits ends and is refunded. After a crash the event
 * comes again and finds the others.
 */
export async function sendBackStop(
  deps: HandoverDeps,
  { consolidationId, pickupPointId, sentBackAt }: EventData<'delivery.stop_sent_back.v1'>,
): Promise<void> {
  const { cycleId } = await consolidationOf(deps, consolidationId);
  const waiting = await ordersAtStop(deps.orders.collection, groupOrderIdOf(pickupPointId, cycleId));
  await inGroups(waiting, 16, async ({ id }) => {
    await deps.orders.change(id, (order) => {
      if (order.status !== 'consolidated' && order.status !== 'in_transit') return undefined;
      const next = sendBack(order, new Date(sentBackAt));
      return { order: next, events: [failed(next)] };
    });
  });
}
