import { type EventData } from '#shared/contracts/events';
import { giveUp } from '../../domain/handover/journey';
import { failed } from '../../domain/orderEvents';
import { type OrdersDeps } from '../deps';
import { whenReady } from './whenReady';

/** A leader decided about an order that nobody came for: unless it is kept, the first buyer gets the money back. */
export async function closeOverdue(
  deps: Pick<OrdersDeps, 'orders' | 'log'>,
  { orderId, kind, decidedAt }: EventData<'delivery.overdue_decided.v1'>,
): Promise<void> {
  if (kind === 'keep') return;
  await whenReady(deps, orderId, (ready) => {
    const next = giveUp(ready, new Date(decidedAt));
    return { order: next, events: [failed(next)] };
  });
}
