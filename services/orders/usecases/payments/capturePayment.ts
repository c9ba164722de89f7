import { isCaptureDue } from '../../domain/attention';
import { beginCapture, finishCapture } from '../../domain/capture';
import { hasPayment, type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/**
 * Takes what is left of an authorised card payment, once: what was authorised less every refund decided so far. For orders
 * whose final amount is known, at cutoff or after weighing. Payments that are taken already, and wallets, stay as they are.
 *
 * The decision is kept first; after a crash the sweeper finds the payment `capturing` and goes on. The amount never changes
 * after that, and the key at the provider follows from the order: at most one capture per order.
 */
async function take(deps: OrdersDeps, order: Order): Promise<Order> {
  if (!hasPayment(order)) return order;
  const decided = await deps.orders.change(
    order.id,
    (now) => (hasPayment(now) ? beginCapture(now, deps.now()) : undefined),
    order,
  );
  return finishCapturing(deps, decided);
}

/** Captures as soon as the final amount is known, and at the latest before the authorisation lapses. */
export const capturePayment = (deps: OrdersDeps, order: Order): Promise<Order> =>
  isCaptureDue(order, deps.now()) ? take(deps, order) : Promise.resolve(order);

/** Does what `capturing` says: takes the amount, or lets the authorisation go when nothing is to be taken. */
export async function finishCapturing(deps: OrdersDeps, order: Order): Promise<Order> {
  if (!hasPayment(order) || order.facts.payment.state !== 'capturing') return order;
  const { provider, intentId, captureFen } = order.facts.payment;
  const payments = deps.payments.of(provider);
  const { outcome } =
    captureFen === 0
      ? await payments.cancel(intentId)
      : await payments.capture(order.id, intentId, captureFen);
  const end =
    outcome.kind === 'captured'
      ? ({ kind: 'captured', fen: outcome.fen } as const)
      : outcome.kind === 'cancelled'
        ? ({ kind: 'released' } as const)
        : undefined;
  if (!end) throw new Error(`The capture of ${intentId} left it ${outcome.kind}`);
  if (end.kind === 'released' && captureFen > 0)
    deps.log.error(
      { orderId: order.id, intentId, captureFen },
      'an authorisation lapsed before it was captured',
    );
  return deps.orders.change(
    order.id,
    (now) => {
      const next = hasPayment(now) ? finishCapture(now, end, deps.now()) : undefined;
      return next && { order: next };
    },
    order,
  );
}
