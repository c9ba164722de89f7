import { attemptFor, begunPart, lastMoment, updateAttempt } from '../../domain/attempts';
import { type PaymentStep } from '#shared/contracts/orders/paymentViews';
import { type Order } from '../../domain/order';
import { givingUp, hasMoney, type Intent, intentOf, type PaymentAttempt } from '../../domain/payment';
import { keysTrustedMs } from '../../clients/paymentProvider';
import { type OrdersDeps } from '../deps';
import { recordMoney } from './recordMoney';

/** Asks the provider how an attempt stands, and brings the order up to it. */
export async function followAttempt(deps: OrdersDeps, order: Order, attempt: PaymentAttempt): Promise<Order> {
  if (attempt.state === 'given_up' || attempt.state === 'paid') return order;
  const intent = await askForStep(deps, order, attempt);
  return intent ? recordIntent(deps, order, intent) : recordRefused(deps, order, attempt);
}

/** The intent of an attempt with a step that the shopper can still go on by: one that ends is told anew by beginning the same. */
async function askForStep(
  deps: OrdersDeps,
  order: Order,
  attempt: PaymentAttempt,
): Promise<Intent | undefined> {
  const intent = await askIntent(deps, order, attempt);
  const isOver = attempt.state === 'open' && attempt.renewAt !== undefined && attempt.renewAt <= deps.now();
  if (!isOver || intent?.outcome.kind !== 'waiting' || intent.outcome.step) return intent;
  return (await begin(deps, order, attempt)) ?? intent;
}

/**
 * The intent of an attempt. One that the provider may not know yet is begun: with the same key that is the same intent.
 * @returns undefined when the provider refuses it as it is.
 */
export async function askIntent(
  deps: Pick<OrdersDeps, 'payments' | 'now'>,
  order: Order,
  attempt: PaymentAttempt,
): Promise<Intent | undefined> {
  const intentId = intentOf(attempt);
  if (intentId !== undefined) return deps.payments.of(attempt.provider).find(intentId);
  // Its key is forgotten: beginning now would be another intent. Should the first have taken money, its webhook tells.
  if (deps.now().getTime() - attempt.begunAt.getTime() > keysTrustedMs) return undefined;
  return begin(deps, order, attempt);
}

function begin(
  { payments }: Pick<OrdersDeps, 'payments'>,
  order: Order,
  attempt: PaymentAttempt,
): Promise<Intent | undefined> {
  const { paymentId, wish, payer } = attempt;
  const { id: orderId, accountId, amounts } = order;
  return payments.of(attempt.provider).begin({
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

/** How the shopper goes on: as was told last, unless something new is told. */
function stepAfter(
  attempt: PaymentAttempt,
  { outcome }: Intent,
): { readonly step: PaymentStep; readonly renewAt?: Date } {
  if (outcome.kind !== 'waiting') return { step: { kind: 'none' } };
  const told = outcome.step ? outcome : attempt.state === 'open' ? attempt : undefined;
  return { step: told?.step ?? { kind: 'none' }, ...(told?.renewAt && { renewAt: told.renewAt }) };
}

const stillGivenUp = (attempt: PaymentAttempt, { intentId, outcome }: Intent): PaymentAttempt => ({
  ...begunPart(attempt),
  ...givingUp(attempt, outcome),
  intentId,
});

function progress(attempt: PaymentAttempt, intent: Intent): PaymentAttempt {
  const { intentId, outcome } = intent;
  if (attempt.state === 'paid' || attempt.state === 'given_up') return attempt;
  switch (outcome.kind) {
    case 'cancelled':
      return { ...begunPart(attempt), state: 'given_up', intentId };
    case 'declined':
      if (attempt.state === 'giving_up') return stillGivenUp(attempt, intent);
      return { ...begunPart(attempt), state: 'declined', intentId, declineCode: outcome.declineCode };
    case 'waiting':
    case 'processing':
      if (attempt.state === 'giving_up') return stillGivenUp(attempt, intent);
      return {
        ...begunPart(attempt),
        state: 'open',
        intentId,
        ...stepAfter(attempt, intent),
        ...(outcome.kind === 'waiting' && outcome.pageOnly && { pageOnly: true }),
      };
    case 'authorised':
    case 'captured':
      throw new Error('Money is recorded by recordMoney');
  }
}
