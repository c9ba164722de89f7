import { type EventData } from '#shared/contracts/events';
import { depart } from '../../domain/handover/journey';
import { may } from '../../domain/lifecycle';
import { departed } from '../../domain/orderEvents';
import { groupOrderIdOf } from '../../domain/place';
import { type OrdersDeps } from '../deps';
import { consolidationOf } from './consolidationOf';

type Deps = Pick<OrdersDeps, 'orders' | 'handoverOrders' | 'consolidations'>;

/**
 * The courier left with the orders of some pickup points, whichever version of the consolidation the route was planned by. Orders
 * that have left already stay; whoever goes on after a crash finds the others.
 */
export async function departRoute(
  deps: Deps,
  { consolidationId, pickupPointIds, departedAt }: EventData<'delivery.route_departed.v1'>,
): Promise<void> {
  const { cycleId } = await consolidationOf(deps, consolidationId);
  for (const pickupPointId of pickupPointIds) {
    for (;;) {
      const waiting = await deps.handoverOrders.onTheWay(groupOrderIdOf(pickupPointId, cycleId));
      const changes = waiting.flatMap((before) => {
        if (!may('depart', before)) return [];
        const order = depart(before, new Date(departedAt));
        return [{ before, decision: { order, events: [departed(order)] } }];
      });
      if (await deps.orders.saveAll(changes)) break;
    }
  }
}
