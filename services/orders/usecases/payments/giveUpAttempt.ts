import { isRefusal } from '#shared/kit/client/remoteProblem';
import { Refused } from '#shared/kit/domainError';
import { begunPart, closeAgainAt, updateAttempt } from '../../domain/attempts';
import { type Order } from '../../domain/order';
import { canBeSetAside, givingUp, hasMoney, intentOf, type PaymentAttempt } from '../../domain/payment';
import { type OrdersDeps } from '../deps';
import { askIntent, recordIntent } from './followAttempt';

/**
 * Makes sure that an attempt takes no more money, or that the order is paid by it after all.
 *
 * The order first says that it gives the attempt up: from then on nobody makes it paid by an authorisation that is being
 * cancelled here. After a crash the sweeper, or whoever needs it next, goes on from there.
 *
 * Of a provider that cannot be asked an attempt is set aside that nobody can be paying, and any by card: the order goes on without it,
 * and the sweeper closes it when the provider is back. What a card reserves is let go; other money that comes of it nevertheless pays
 * the order if it still waits, or goes back.
 * @returns the order, unpaid and without an open attempt, or paid (or failed) by the money that was there.
 * @throws {Refused} PAYMENT_PROCESSING while the bank works on it, PAYMENT_UNAVAILABLE
 */
export async function giveUpAttempt(deps: OrdersDeps, order: Order, attempt: PaymentAttempt): Promise<Order> {
  try {
    return await close(deps, order, attempt);
  } catch (error) {
    if (!isRefusal(error, 'PAYMENT_UNAVAILABLE')) throw error;
    return setAside(deps, order, attempt);
  }
}

/** @throws {Refused} PAYMENT_UNAVAILABLE when somebody may be paying it */
const setAside = (deps: OrdersDeps, order: Order, given: PaymentAttempt): Promise<Order> =>
  change(deps, order, given, (attempt) => {
    if (!canBeSetAside(attempt)) throw new Refused('PAYMENT_UNAVAILABLE');
    return { state: 'given_up', closeAgainAt: deps.now() };
  });

async function close(deps: OrdersDeps, order: Order, attempt: PaymentAttempt): Promise<Order> {
  const intent = await askIntent(deps, order, attempt);
  if (!intent) return change(deps, order, attempt, () => ({ state: 'given_up' }));
  if (hasMoney(intent.outcome) && attempt.state !== 'giving_up') return recordIntent(deps, order, intent);
  if (intent.outcome.kind === 'processing') throw new Refused('PAYMENT_PROCESSING');

  const known = { ...attempt, intentId: intent.intentId };
  const marked = await change(deps, order, known, (now) => givingUp(now, intent.outcome));
  if (marked.status !== 'awaiting_payment') return marked;
  const after = await deps.payments.of(attempt.provider).cancel(intent.intentId);
  if (after.outcome.kind === 'cancelled') {
    const again = after.outcome.pageOpen ? { closeAgainAt: closeAgainAt(order) } : {};
    return change(deps, marked, known, () => ({ state: 'given_up', ...again }));
  }
  if (hasMoney(after.outcome)) return recordIntent(deps, marked, after);
  throw new Refused('PAYMENT_PROCESSING');
}

type Progress = ReturnType<typeof givingUp> | { readonly state: 'given_up'; readonly closeAgainAt?: Date };

/** @param progressOf what is to become of the attempt as it is at that moment. */
function change(
  deps: OrdersDeps,
  order: Order,
  given: PaymentAttempt,
  progressOf: (attempt: PaymentAttempt) => Progress,
): Promise<Order> {
  return deps.orders.change(
    order.id,
    (now) => {
      if (now.status !== 'awaiting_payment') return undefined;
      const next = updateAttempt(now, given.paymentId, (attempt) => {
        if (attempt.state === 'paid' || attempt.state === 'given_up') return attempt;
        const progress = progressOf(attempt);
        const intentId = intentOf(attempt) ?? intentOf(given);
        return { ...begunPart(attempt), ...progress, ...(intentId === undefined ? {} : { intentId }) };
      });
      return next && { order: next };
    },
    order,
  );
}
