import { type PaymentId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Intent, type PaymentAttempt, mayTakeMoney } from './payment';
import { amend, type Order, type OrderIn } from './order';
import { earlier } from './place';

type Unpaid = OrderIn<'awaiting_payment'>;

/** Tries to pay that one order may see; a person needs a few. */
const maxAttempts = 20;

/** The attempt that may still take money, if there is one: only the last can. */
export function openAttempt({ attempts }: Order): PaymentAttempt | undefined {
  const last = attempts.at(-1);
  return last && mayTakeMoney(last) ? last : undefined;
}

/**
 * Adds a try to pay. Begun before cutoff, it may finish until its hold or the time of grace ends.
 * @throws {Refused} PAYMENT_WINDOW_CLOSED, TOO_MANY_REQUESTS, CHANGED_MEANWHILE
 */
export function addAttempt(order: Unpaid, attempt: PaymentAttempt): Unpaid {
  const { begunAt } = attempt;
  if (begunAt >= order.facts.payBefore || begunAt >= order.cutoffAt)
    throw new Refused('PAYMENT_WINDOW_CLOSED');
  // The attempt before is given up first: this one was begun at the same time.
  if (openAttempt(order)) throw new Refused('CHANGED_MEANWHILE');
  if (order.attempts.length >= maxAttempts) throw new Refused('TOO_MANY_REQUESTS');
  return {
    ...amend(order, { attempts: [...order.attempts, attempt] }),
    facts: { payBefore: lastMoment(order) },
  };
}

/** Until when a payment that was begun in time may finish. */
export const lastMoment = ({ holdUntil, graceUntil }: Order): Date => earlier(holdUntil, graceUntil);

/** When nobody can be paying it any more, though the clocks of provider and shop differ. */
export const closeAgainAt = (order: Order): Date => new Date(lastMoment(order).getTime() + 60_000);

/** What was begun besides the attempt that paid the order after all, or ended it: it must take no money any more. */
export const attemptBesides = (order: Order): PaymentAttempt | undefined =>
  order.status === 'awaiting_payment' ? undefined : openAttempt(order);

/**
 * The attempts of which somebody must still make sure that they take no money, and from when on: pages that were open when their
 * attempt was given up, and what was begun besides the attempt that paid.
 */
export function attemptsToEnd(
  order: Order,
  now: Date,
): { readonly attempt: PaymentAttempt; readonly from: Date }[] {
  const besides = attemptBesides(order);
  return order.attempts.flatMap((attempt) => {
    if (attempt === besides) return [{ attempt, from: now }];
    return attempt.state === 'given_up' && attempt.closeAgainAt
      ? [{ attempt, from: attempt.closeAgainAt }]
      : [];
  });
}

/** What became of the money of `intent` is told of this attempt, if it is one of the order. */
export const attemptFor = (
  { attempts }: Order,
  intent: Pick<Intent, 'provider' | 'paymentId'>,
): PaymentAttempt | undefined =>
  attempts.find(({ paymentId, provider }) => paymentId === intent.paymentId && provider === intent.provider);

/** `order` with what became of its attempt `paymentId`; undefined when that is known already. */
export function updateAttempt<O extends Order>(
  order: O,
  paymentId: PaymentId | undefined,
  change: (attempt: PaymentAttempt) => PaymentAttempt,
): O | undefined {
  const before = order.attempts.find((attempt) => attempt.paymentId === paymentId);
  const after = before && change(before);
  if (!before || JSON.stringify(before) === JSON.stringify(after)) return undefined;
  return amend(order, {
    attempts: order.attempts.map((attempt) => (attempt === before && after ? after : attempt)),
  });
}

/** The parts of an attempt that its progress does not change. */
export const begunPart = ({ paymentId, provider, wish, payer, fingerprint, begunAt }: PaymentAttempt) => ({
  paymentId,
  provider,
  wish,
  ...(payer === undefined ? {} : { payer }),
  fingerprint,
  begunAt,
});
