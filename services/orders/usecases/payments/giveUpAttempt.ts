import { Refused } from '#shared/kit/domainError';
import { begunPart, closeAgainAt, updateAttempt } from '../../domain/attempts';
import { type Order } from '../../domain/order';
import { hasMoney, intentOf, type PaymentAttempt } from '../../domain/payment';
import { type OrdersDeps } from '../deps';
import { askIntent, recordIntent } from './followAttempt';

/**
 * Makes sure that an attempt takes no more money, or that the order is paid by it after all.
 *
 * The order first says that it gives the attempt up: from then on nobody makes it paid by an authorisation that is being
 * cancelled here. After a crash the sweeper, or whoever needs it next, goes on from there.
 * @returns the order, unpaid and without an open attempt, or paid (or failed) by the money that was there.
 * @throws {Refused} PAYMENT_PROCESSING while the bank works on it, PAYMENT_UNAVAILABLE
 */
export async function giveUpAttempt(deps: OrdersDeps, order: Order, attempt: PaymentAttempt): Promise<Order> {
  const intent = await askIntent(deps, order, attempt);
  if (!intent) return change(deps, order, attempt, { state: 'given_up' });
  if (hasMoney(intent.outcome) && attempt.state !== 'giving_up') return recordIntent(deps, order, intent);
  if (intent.outcome.kind === 'processing') throw new Refused('PAYMENT_PROCESSING');

  const known = { ...attempt, intentId: intent.intentId };
  const marked = await change(deps, order, known, { state: 'giving_up' });
  if (marked.status !== 'awaiting_payment') return marked;
  const after = await deps.payments.of(attempt.provider).cancel(intent.intentId);
  if (after.outcome.kind === 'cancelled')
    return change(deps, marked, known, {
      state: 'given_up',
      ...(after.outcome.pageOpen ? { closeAgainAt: closeAgainAt(order) } : {}),
    });
  if (hasMoney(after.outcome)) return recordIntent(deps, marked, after);
  throw new Refused('PAYMENT_PROCESSING');
}

type Progress =
  { readonly state: 'giving_up' } | { readonly state: 'given_up'; readonly closeAgainAt?: Date };

function change(deps: OrdersDeps, order: Order, given: PaymentAttempt, progress: Progress): Promise<Order> {
  const intentId = intentOf(given);
  return deps.orders.change(
    order.id,
    (now) => {
      if (now.status !== 'awaiting_payment') return undefined;
      const next = updateAttempt(now, given.paymentId, (attempt) =>
        attempt.state === 'paid' || attempt.state === 'given_up'
          ? attempt
          : { ...begunPart(attempt), ...progress, ...(intentId === undefined ? {} : { intentId }) },
      );
      return next && { order: next };
    },
    order,
  );
}
