import { type ProviderRefund } from '../../clients/paymentProvider';
import { beginCapture, fenToCapture } from '../../domain/capture';
import { hasPayment, type Order, type OrderWithPayment } from '../../domain/order';
import { type Refund, wishPart } from '../../domain/refund';
import { endUncharged, updateRefund } from '../../domain/refunds';
import { finishCapturing } from '../payments/capturePayment';
import { type OrdersDeps } from '../deps';

/**
 * Does what is due of the refunds of an order: before a card is captured the amount is simply not taken (all of it: the
 * authorisation is let go), afterwards the provider returns it. Each step is kept before the next one begins; the keys at the
 * provider follow from the refund, so that whoever goes on after a crash returns nothing twice.
 */
export async function payRefunds(deps: OrdersDeps, order: Order): Promise<Order> {
  if (!hasPayment(order) || !order.refunds.some(isUnpaid)) return order;
  switch (order.facts.payment.state) {
    case 'authorised':
      return takeLess(deps, order);
    case 'capturing':
      // What is taken is decided already; the rest is returned when it is known to be taken.
      return order;
    case 'released':
      return deps.orders.change(
        order.id,
        (now) => (hasPayment(now) ? endUncharged(now, deps.now()) : undefined),
        order,
      );
    case 'captured': {
      let current: Order = order;
      for (const refund of order.refunds.filter(isUnpaid)) current = await returnMoney(deps, current, refund);
      return current;
    }
  }
}

const isUnpaid = ({ status }: Refund): boolean =>
  status === 'due' || status === 'requested' || status === 'pending';

async function takeLess(deps: OrdersDeps, order: OrderWithPayment): Promise<Order> {
  const after = await deps.orders.change(
    order.id,
    (now) => {
      if (!hasPayment(now) || now.facts.payment.state !== 'authorised') return undefined;
      return fenToCapture(now) === 0 ? beginCapture(now, deps.now()) : endUncharged(now, deps.now());
    },
    order,
  );
  return finishCapturing(deps, after);
}

async function returnMoney(deps: OrdersDeps, order: Order, refund: Refund): Promise<Order> {
  const requested = await deps.orders.change(
    order.id,
    (now) =>
      updateRefund(now, refund.refundId, (current) =>
        current.status === 'due'
          ? { ...wishPart(current), status: 'requested', requestedAt: deps.now() }
          : current,
      ),
    order,
  );
  const current = requested.refunds.find(({ refundId }) => refundId === refund.refundId);
  if (!current || !hasPayment(requested)) return requested;
  const { refundId, attempt, fen } = current;
  const { provider, intentId, paidFen } = requested.facts.payment;
  const payments = deps.payments.of(provider);
  const ref = { orderId: requested.id, refundId, attempt, intentId, fen };
  switch (current.status) {
    case 'requested': {
      const { requestedAt } = current;
      return recordRefund(deps, requested, await payments.refund({ ...ref, paidFen, requestedAt }));
    }
    case 'pending':
      return recordRefund(
        deps,
        requested,
        await payments.findRefund({ ...ref, providerRefundId: current.providerRefundId }),
      );
    case 'due':
    case 'succeeded':
    case 'failed':
      return requested;
  }
}

/** Brings an order up to what the provider says of one of its refunds. Told again, it changes nothing. */
export function recordRefund(deps: OrdersDeps, order: Order, told: ProviderRefund): Promise<Order> {
  return deps.orders.change(
    order.id,
    (now) =>
      updateRefund(now, told.refundId, (refund) =>
        refund.attempt === told.attempt ? progress(refund, told, deps.now()) : refund,
      ),
    order,
  );
}

function progress(refund: Refund, { providerRefundId, outcome }: ProviderRefund, now: Date): Refund {
  // A wallet's refund can fail days after it was said to have succeeded; nothing else follows on an end.
  if (refund.status === 'failed') return refund;
  if (refund.status === 'succeeded' && (refund.way === 'not_charged' || outcome.kind !== 'failed'))
    return refund;
  const wish = wishPart(refund);
  if (outcome.kind === 'failed')
    return {
      ...wish,
      status: 'failed',
      failedAt: now,
      failure: outcome.failure,
      ...(providerRefundId === undefined ? {} : { providerRefundId }),
    };
  if (providerRefundId === undefined) return refund;
  return outcome.kind === 'succeeded'
    ? { ...wish, status: 'succeeded', way: 'returned', settledAt: now, providerRefundId }
    : {
        ...wish,
        status: 'pending',
        requestedAt: 'requestedAt' in refund ? refund.requestedAt : now,
        providerRefundId,
      };
}
