import { type OrderId } from '#shared/contracts/ids';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { attentionAt } from '../../domain/attention';
import { type Order } from '../../domain/order';
import { capturePayment, finishCapturing } from '../payments/capturePayment';
import { closeOrder } from './closeOrder';
import { type OrdersDeps } from '../deps';
import { lookAfterUnpaid } from './expireOrder';
import { endAttempts } from '../payments/endAttempts';
import { returnStock } from './returnStock';
import { payRefunds } from '../refunds/payRefunds';
import { tellHandover } from '../payments/tellHandover';

const firstPauseMs = 2_000;
const maxPauseMs = 300_000;
const parts = [
  lookAfterUnpaid,
  endAttempts,
  capturePayment,
  finishCapturing,
  payRefunds,
  returnStock,
  closeOrder,
  tellHandover,
] as const;

/**
 * Does everything that is due for one order: whatever a process that decided it left undone. Each part stands on its own, so
 * that a payment provider that is down does not keep stock from going back. What fails is tried again later, less and less
 * often.
 * @param failures times in a row that it failed before.
 */
export async function attendOrder(deps: OrdersDeps, orderId: OrderId, failures = 0): Promise<void> {
  const before = await deps.orders.find(orderId);
  if (!before) return;
  let order = before;
  const failed: unknown[] = [];
  for (const part of parts) {
    try {
      order = await part(deps, order);
    } catch (error) {
      failed.push(error);
      order = (await deps.orders.find(orderId)) ?? order;
    }
  }
  if (failed.length > 0) await tryLater(deps, order, failed, failures);
  // A write has said when to look again; without one, it is said here.
  else if (order.version === before.version)
    await deps.dueOrders.attendNext(order, attentionAt(order, deps.now()));
}

async function tryLater(
  deps: OrdersDeps,
  order: Order,
  errors: readonly unknown[],
  failures: number,
): Promise<void> {
  const pause = Math.min(maxPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));
  await deps.dueOrders.postpone(order, new Date(deps.now().getTime() + pause));
  for (const err of errors)
    // The bank takes its time: nothing is wrong.
    if (!isRefusal(err, 'PAYMENT_PROCESSING'))
      deps.log.warn({ err, orderId: order.id, failures }, 'what is due for an order could not be done yet');
}
