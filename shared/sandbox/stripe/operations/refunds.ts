import { cardOf } from '../cards';
import { invalid, missing } from '../failures';
import { newId } from '../ids';
import { presentCharge } from '../objects/charge';
import { presentRefund } from '../objects/refund';
import type {
  ChargeRecord,
  IntentRecord,
  Metadata,
  MethodRecord,
  RefundRecord,
  RefundState,
} from '../state/records';
import { seconds, type World } from '../world';
import { book } from './charges';
import { emit } from './emit';
import { findIntent } from './intents';

export type NewRefund = {
  payment_intent?: string | undefined;
  charge?: string | undefined;
  amount?: number | undefined;
  reason?: RefundRecord['reason'] | undefined;
  metadata?: Metadata | undefined;
};

/** @throws StripeFailure resource_missing */
export function findRefund(world: World, id: string): RefundRecord {
  const refund = world.store.refund.get(id);
  if (!refund) throw missing('refund', id, 'refund');
  return refund;
}

/** @throws StripeFailure resource_missing */
export function findCharge(world: World, id: string, param = 'charge'): ChargeRecord {
  const charge = world.store.charge.get(id);
  if (!charge) throw missing('charge', id, param);
  return charge;
}

/**
 * Gives money back, all that is left unless an amount is named. Cards answer at once, wallets after a while.
 * @throws StripeFailure parameter_missing, resource_missing, charge_already_refunded, charge_not_refundable, 400 amount
 */
export function createRefund(world: World, wish: NewRefund): RefundRecord {
  const { charge, intent, method } = refundable(world, wish);
  if (charge.state.kind !== 'captured') throw new Error(`${charge.id} is refundable but not captured`);
  const left = charge.state.amount - charge.refunded;
  if (left === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
      charge: charge.id,
    });
  const { amount = left } = wish;
  if (amount < 1)
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  if (amount > left)
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  const id = newId(method.type === 'card' ? 're' : 'pyr');
  const type = method.type === 'card' ? 'refund' : 'payment_refund';
  const refund: RefundRecord = {
    id,
    created: seconds(world),
    charge: charge.id,
    intent: intent.id,
    method: method.id,
    type: method.type,
    amount,
    currency: intent.currency,
    reason: wish.reason ?? null,
    metadata: wish.metadata ?? {},
    transaction: book(world, { type, source: id, amount: -amount, currency: intent.currency }),
    state: firstState(world, method),
  };
  const given = { ...charge, refunded: charge.refunded + amount };
  world.store.put('refund', refund);
  world.store.put('charge', given);
  emit(world, 'refund.created', presentRefund(refund));
  emit(world, 'charge.refunded', presentCharge(world, given), { amount_refunded: charge.refunded });
  world.watchRefund(refund);
  return refund;
}

function refundable(
  world: World,
  wish: NewRefund,
): { charge: ChargeRecord; intent: IntentRecord; method: MethodRecord } {
  if (wish.payment_intent === undefined && wish.charge === undefined)
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
      },
    );
  if (wish.payment_intent !== undefined && wish.charge !== undefined)
    throw invalid('You may only specify one of these parameters: charge, payment_intent.', {
      code: 'parameters_exclusive',
    });
  const named = wish.charge !== undefined ? findCharge(world, wish.charge) : null;
  const intent = findIntent(world, named?.intent ?? wish.payment_intent ?? '', 'payment_intent');
  const charge = named ?? world.store.charge.get(intent.latestCharge ?? '');
  const method = charge && world.store.method.get(charge.method);
  if (!charge || !method || charge.state.kind !== 'captured')
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      code: 'charge_not_refundable',
      ...(charge && { charge: charge.id }),
    });
  return { charge, intent, method };
}

function firstState(world: World, method: MethodRecord): RefundState {
  const { refunds } = world;
  const now = world.now().getTime();
  const fails = refunds.failNext > 0;
  if (fails) refunds.failNext -= 1;
  if (method.type === 'card') {
    const outcome = cardOf(method.card).outcome.kind;
    if (outcome === 'refund_pending')
      return { status: 'pending', settles: { at: now + refunds.delayMs, outcome: 'succeeded' } };
    return {
      status: 'succeeded',
      failsAt: fails || outcome === 'refund_fails' ? now + refunds.delayMs : null,
    };
  }
  if (refunds.mode === 'held') return { status: 'pending', settles: null };
  return {
    status: 'pending',
    settles: { at: now + refunds.delayMs, outcome: fails ? 'failed' : 'succeeded' },
  };
}

/** The wallet or bank has paid the person back. @throws StripeFailure when the refund is no longer pending */
export function completeRefund(world: World, refund: RefundRecord): RefundRecord {
  requirePending(refund);
  const next: RefundRecord = { ...refund, state: { status: 'succeeded', failsAt: null } };
  world.store.put('refund', next);
  emit(world, 'refund.updated', presentRefund(next), { status: 'pending' });
  emit(world, 'charge.refund.updated', presentRefund(next), { status: 'pending' });
  return next;
}

/** The money could not be given back and is on the account again. @throws StripeFailure when it already failed */
export function failRefund(world: World, refund: RefundRecord, reason: string): RefundRecord {
  if (refund.state.status !== 'pending' && refund.state.status !== 'succeeded') throw wrongState(refund);
  const transaction = giveBack(
    world,
    refund,
    refund.type === 'card' ? 'refund_failure' : 'payment_failure_refund',
  );
  const next: RefundRecord = { ...refund, state: { status: 'failed', reason, transaction } };
  world.store.put('refund', next);
  emit(world, 'refund.failed', presentRefund(next), { status: refund.state.status });
  emit(world, 'refund.updated', presentRefund(next), { status: refund.state.status });
  emit(world, 'charge.refund.updated', presentRefund(next), { status: refund.state.status });
  return next;
}

/** Stops a refund that is not on its way yet. @throws StripeFailure when it is no longer pending */
export function cancelRefund(world: World, refund: RefundRecord): RefundRecord {
  requirePending(refund);
  const transaction = giveBack(
    world,
    refund,
    refund.type === 'card' ? 'refund_failure' : 'payment_failure_refund',
  );
  const next: RefundRecord = { ...refund, state: { status: 'canceled', transaction } };
  world.store.put('refund', next);
  emit(world, 'refund.updated', presentRefund(next), { status: 'pending' });
  return next;
}

function giveBack(
  world: World,
  refund: RefundRecord,
  type: 'refund_failure' | 'payment_failure_refund',
): string {
  const charge = findCharge(world, refund.charge);
  world.store.put('charge', { ...charge, refunded: charge.refunded - refund.amount });
  return book(world, { type, source: refund.id, amount: refund.amount, currency: refund.currency });
}

function requirePending(refund: RefundRecord) {
  if (refund.state.status !== 'pending') throw wrongState(refund);
}

const wrongState = ({ id, state }: RefundRecord) =>
  invalid(`Refund ${id} has a status of ${state.status}; only a pending refund can be changed.`, {
    param: 'refund',
  });
