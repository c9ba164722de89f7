import { type EventData } from '#shared/contracts/events';
import { leaderOf } from '../../clients/pickupPoints';
import { collect } from '../../domain/handover/journey';
import { collected } from '../../domain/orderEvents';
import { type OrdersDeps } from '../deps';
import { whenReady } from './whenReady';

type Deps = Pick<OrdersDeps, 'orders' | 'terms' | 'log'>;

/** The neighbour has the goods. Told again, nothing changes. */
export async function collectOrder(
  deps: Deps,
  { orderId, redemptionId, redeemedAt, pickupPointId }: EventData<'delivery.order_redeemed.v1'>,
): Promise<void> {
  const order = await deps.orders.find(orderId);
  if (!order) return;
  const rules = await deps.terms.rules(order.cityId);
  const leaderAccountId = await leaderOf(deps.terms, pickupPointId);
  const collection = { redemptionId, collectedAt: new Date(redeemedAt), leaderAccountId, rules };
  const decide = (ready: Parameters<typeof collect>[0]) => {
    const next = collect(ready, collection);
    return { order: next, events: [collected(next)] };
  };
  await whenReady(deps, orderId, decide, order);
}
