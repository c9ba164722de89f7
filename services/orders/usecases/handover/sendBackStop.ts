import { type EventData } from '#shared/contracts/events';
import { failed } from '../../domain/orderEvents';
import { sendBack } from '../../domain/handover/journey';
import { groupOrderIdOf } from '../../domain/place';
import { inGroups } from '../inGroups';
import { may } from '../../domain/lifecycle';
import { type OrdersDeps } from '../deps';
import { consolidationOf } from './consolidationOf';

type Deps = Pick<OrdersDeps, 'orders' | 'handoverOrders' | 'consolidations'>;

/**
 * What was to come to a pickup point went back: each of its orders that still waits ends and is refunded. After a crash the event
 * comes again and finds the others.
 */
export async function sendBackStop(
  deps: Deps,
  { consolidationId, pickupPointId, sentBackAt }: EventData<'delivery.stop_sent_back.v1'>,
): Promise<void> {
  const { cycleId } = await consolidationOf(deps, consolidationId);
  const waiting = await deps.handoverOrders.onTheWay(groupOrderIdOf(pickupPointId, cycleId));
  await inGroups(waiting, 16, async ({ id }) => {
    await deps.orders.change(id, (order) => {
      if (!may('receive', order)) return undefined;
      const next = sendBack(order, new Date(sentBackAt));
      return { order: next, events: [failed(next)] };
    });
  });
}
