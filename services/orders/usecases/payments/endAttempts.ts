import { Refused } from '#shared/kit/domainError';
import { attemptsToEnd, begunPart, closeAgainAt, updateAttempt } from '../../domain/attempts';
import { type Order } from '../../domain/order';
import { hasMoney, intentOf, type PaymentAttempt } from '../../domain/payment';
import { type OrdersDeps } from '../deps';
import { askIntent } from './followAttempt';
import { recordMoney } from './recordMoney';

/**
 * Makes sure that no attempt takes money unnoticed which must take none: a page that was open when it was given up may have been
 * paid, and the report of it lost; and whatever was begun instead is still open. Money that is there pays the order, or goes back.
 * After a crash it is done again: the order says until the end of it that it is to be done.
 * @throws {Refused} PAYMENT_PROCESSING, PAYMENT_UNAVAILABLE
 */
export async function endAttempts(deps: OrdersDeps, order: Order): Promise<Order> {
  const now = deps.now();
  let current = order;
  for (const { attempt, from } of attemptsToEnd(order, now))
    if (from <= now) current = await endAttempt(deps, current, attempt);
  return current;
}

async function endAttempt(deps: OrdersDeps, order: Order, attempt: PaymentAttempt): Promise<Order> {
  const intentId = intentOf(attempt) ?? (await askIntent(deps, order, attempt))?.intentId;
  const intent =
    intentId === undefined ? undefined : await deps.payments.of(attempt.provider).cancel(intentId);
  const after = intent && hasMoney(intent.outcome) ? await recordMoney(deps, order, intent) : order;
  const isOver = !intent || hasMoney(intent.outcome) || intent.outcome.kind === 'cancelled';
  if (!isOver) throw new Refused('PAYMENT_PROCESSING');
  const again = closeAgainAt(order);
  const isOpen = intent?.outcome.kind === 'cancelled' && intent.outcome.pageOpen && deps.now() < again;
  return deps.orders.change(
    order.id,
    (now) => {
      const next = updateAttempt(now, attempt.paymentId, (current) =>
        current.state === 'paid'
          ? current
          : {
              ...begunPart(current),
              state: 'given_up',
              ...(intentId === undefined ? {} : { intentId }),
              ...(isOpen ? { closeAgainAt: again } : {}),
            },
      );
      return next && { order: next };
    },
    after,
  );
}
