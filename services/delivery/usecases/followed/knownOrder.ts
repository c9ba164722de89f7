import { setTimeout as pause } from 'node:timers/promises';
import { type OrderId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type TrackedOrderDoc } from '../../storage/documents';
import { type Delivery } from '../delivery';

const looks = 4;
const pauseMs = 120;

/**
 * The order as far as we heard of it. A phone asks in the moment in which it placed or paid, when the news is still on its way:
 * it is worth looking again before saying that there is none.
 * @throws {Refused} NOT_FOUND
 */
export async function knownOrder({ store }: Delivery, orderId: OrderId): Promise<TrackedOrderDoc> {
  for (let look = 1; look < looks; look += 1) {
    const order = await store.followed.findOrder(orderId);
    if (order) return order;
    await pause(pauseMs);
  }
  return found(await store.followed.findOrder(orderId));
}
