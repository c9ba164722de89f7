import { attemptFor, begunPart, lastMoment, updateAttempt } from '../../domain/attempts';
import { type PaymentStep } from '#shared/contracts/orders/paymentViews';
import { type Order } from '../../domain/order';
import { hasMoney, type Intent, intentOf, type PaymentAttempt } from '../../domain/payment';
import { keysTrustedMs } from '../../clients/paymentProvider';
import { type OrdersDeps } from '../deps';
import { recordMoney } from './recordMoney';

/** Asks the provider how an attempt stands, and brings the order up to it. */
export async function followAttempt(deps: OrdersDeps, order: Order, attempt: PaymentAttempt): Promise<Order> {
  if (attempt.state === 'given_up' || attempt.state === 'paid') return order;
  const intent = await askIntent(deps, order, attempt);
  return intent ? recordIntent(deps, order, intent) : recordRefused(deps, order, attempt);
}

/**
 * The intent of an attempt. One that the provider may not know yet is begun: with the same key that is the same intent.
 * @returns undefined when the provider refuses it as it is.
 */
export async function askIntent(
  { payments, now }: Pick<OrdersDeps, 'payments' | 'now'>,
  order: Order,
  attempt: PaymentAttempt,
): Promise<Intent | undefined> {
  const provider = payments.of(attempt.provider);
  const intentId = intentOf(attempt);
  if (intentId !== undefined) return provider.find(intentId);
  // Its key is forgotten: beginning now would be another intent. Should the first have taken money, its webhook tells.
  if (now().getTime() - attempt.begunAt.getTime() > keysTrustedMs) return undefined;
  const { paymentId, wish, payer } = attempt;
  const { id: orderId, accountId, amounts } = order;
  return provider.begin({
    ...{ orderId, accountId, paymentId, wish },
    amountFen: amounts.totalFen,
    payBefore: lastMoment(order),
    ...(payer === undefined ? {} : { payer }),
  });
}

/** Brings an order up to what the provider says of one of its intents. Told again, it changes nothing. */
export async function recordIntent(deps: OrdersDeps, order: Order, intent: Intent): Promise<Order> {
  if (hasMoney(intent.outcome)) return recordMoney(deps, order, intent);
  return deps.orders.change(
    order.id,
    (now) => {
      const next = updateAttempt(now, attemptFor(now, intent)?.paymentId, (attempt) =>
        progress(attempt, intent),
      );
      return next && { order: next };
    },
    order,
  );
}

const recordRefused = (deps: OrdersDeps, order: Order, { paymentId }: PaymentAttempt): Promise<Order> =>
  deps.orders.change(
    order.id,
    (now) => {
      const next = updateAttempt(now, paymentId, (attempt) =>
        attempt.state === 'asked'
          ? { ...begunPart(attempt), state: 'declined', declineCode: 'payment_method_refused' }
          : attempt,
      );
      return next && { order: next };
    },
    order,
  );

const stepOf = (attempt: PaymentAttempt): PaymentStep =>
  attempt.state === 'open' ? attempt.step : { kind: 'none' };

function progress(attempt: PaymentAttempt, { intentId, outcome }: Intent): PaymentAttempt {
  if (attempt.state === 'paid' || attempt.state === 'given_up') return attempt;
  switch (outcome.kind) {
    case 'cancelled':
      return { ...begunPart(attempt), state: 'given_up', intentId };
    case 'declined':
      if (attempt.state === 'giving_up') return attempt;
      return { ...begunPart(attempt), state: 'declined', intentId, declineCode: outcome.declineCode };
    case 'waiting':
    case 'processing':
      if (attempt.state === 'giving_up') return attempt;
      return {
        ...begunPart(attempt),
        state: 'open',
        intentId,
        ...(outcome.kind === 'waiting'
          ? {
              step: outcome.step ?? stepOf(attempt),
              ...(outcome.pageOnly && { pageOnly: true }),
            }
          : { step: { kind: 'none' } }),
      };
    case 'authorised':
    case 'captured':
      throw new Error('Money is recorded by recordMoney');
  }
}
