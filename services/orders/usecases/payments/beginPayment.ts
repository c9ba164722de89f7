import { type OrderId, type PaymentId } from '#shared/contracts/ids';
import { type PaymentWish } from '#shared/contracts/orders/payments';
import { Refused } from '#shared/kit/domainError';
import { type AccountCaller } from '#shared/kit/http/caller';
import { addAttempt, openAttempt } from '../../domain/attempts';
import { OrderActionNotAllowed } from '../../domain/lifecycle';
import { type Order, type OrderIn } from '../../domain/order';
import { type PaymentAttempt } from '../../domain/payment';
import { type OrdersDeps } from '../deps';
import { giveUpAttempt } from './giveUpAttempt';
import { ownOrder } from '../orders/ownOrder';
import { followAttempt } from './followAttempt';

export type BeginPayment = {
  readonly orderId: OrderId;
  /** Follows from the order and the idempotency key. */
  readonly paymentId: PaymentId;
  readonly fingerprint: string;
  readonly wish: PaymentWish;
  /** The network address that the request came from. */
  readonly address: string;
};

/**
 * Begins to pay an order, or to pay it in another way. An attempt that could still take money is given up first, so that at
 * most one can. The attempt is kept before the provider is asked: after a crash anywhere the repetition, the webhook or the
 * sweeper finds it and asks the provider with the same key.
 * @throws {Refused} NOT_FOUND, PAYMENT_METHOD_NOT_OFFERED, PAYER_UNKNOWN, PAYMENT_WINDOW_CLOSED, PAYMENT_DECLINED, PAYMENT_PROCESSING, PAYMENT_UNAVAILABLE
 */
export async function beginPayment(
  deps: OrdersDeps,
  caller: AccountCaller,
  command: BeginPayment,
): Promise<Order> {
  const { paymentId, fingerprint } = command;
  const order = await ownOrder(deps, caller, command.orderId);
  const known = attemptOf(order, paymentId);
  if (known && known.fingerprint !== fingerprint) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return known ? outcomeOf(deps, order, known) : begin(deps, order, command);
}

async function begin(deps: OrdersDeps, order: Order, command: BeginPayment): Promise<Order> {
  const { paymentId, fingerprint, wish, address } = command;
  const before = payable(order);
  const provider = deps.payments.forWish(wish);
  const payer = await provider.payerOf(wish, { accountId: order.accountId, address });
  const unpaid = await withoutOpenAttempt(deps, before);
  if (unpaid.status !== 'awaiting_payment') return unpaid;
  const attempt: PaymentAttempt = {
    ...{ paymentId, provider: provider.name, wish },
    ...(payer === undefined ? {} : { payer }),
    ...{ fingerprint, begunAt: deps.now(), state: 'asked' },
  };
  const begun = await deps.orders.change(
    order.id,
    (now) => (attemptOf(now, paymentId) ? undefined : { order: addAttempt(payable(now), attempt) }),
    unpaid,
  );
  return outcomeOf(deps, begun, attempt);
}

/** @throws {Refused} PAYMENT_WINDOW_CLOSED for an expired order. @throws {OrderActionNotAllowed} */
function payable(order: Order): OrderIn<'awaiting_payment'> {
  if (order.status === 'expired') throw new Refused('PAYMENT_WINDOW_CLOSED');
  if (order.status !== 'awaiting_payment') throw new OrderActionNotAllowed('pay', order.status);
  return order;
}

/** The order as it is when no earlier attempt can take money any more: unpaid, or paid by that attempt after all. */
async function withoutOpenAttempt(deps: OrdersDeps, order: OrderIn<'awaiting_payment'>): Promise<Order> {
  const open = openAttempt(order);
  if (!open) return order;
  if (deps.now() >= order.cutoffAt) throw new Refused('PAYMENT_WINDOW_CLOSED');
  return giveUpAttempt(deps, order, open);
}

/** @throws {Refused} PAYMENT_DECLINED */
async function outcomeOf(deps: OrdersDeps, order: Order, attempt: PaymentAttempt): Promise<Order> {
  const after = await followAttempt(deps, order, attempt);
  const now = attemptOf(after, attempt.paymentId);
  if (now?.state === 'declined')
    throw new Refused('PAYMENT_DECLINED', undefined, { declineCode: now.declineCode });
  return after;
}

const attemptOf = ({ attempts }: Order, paymentId: PaymentId): PaymentAttempt | undefined =>
  attempts.find((attempt) => attempt.paymentId === paymentId);
