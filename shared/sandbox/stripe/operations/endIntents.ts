import { invalid } from '../failures';
import { presentCharge } from '../objects/charge';
import { presentIntent } from '../objects/paymentIntent';
import type { ChargeRecord, IntentRecord, Metadata } from '../state/records';
import { seconds, type World } from '../world';
import { book } from './charges';
import { emit } from './emit';
import { requireStatus } from './intentErrors';
import { mergeMetadata } from './intents';

/**
 * Takes the held money, once; what is left of the authorisation is released.
 * @throws StripeFailure payment_intent_unexpected_state, amount_too_large, charge_expired_for_capture
 */
export function captureIntent(
  world: World,
  intent: IntentRecord,
  wish: { amount?: number | undefined; metadata?: Metadata | null | undefined },
): IntentRecord {
  requireStatus(world, intent, 'captured', ['requires_capture']);
  const charge = world.store.charge.get(intent.latestCharge ?? '');
  if (intent.state.status !== 'requires_capture' || charge?.state.kind !== 'authorised')
    throw new Error(`${intent.id} awaits capture without an authorised charge`);
  if (charge.state.captureBefore <= seconds(world)) {
    expireAuthorisation(world, intent, charge);
    throw invalid('This charge cannot be captured because the authorization has expired.', {
      code: 'charge_expired_for_capture',
      charge: charge.id,
    });
  }
  const { amount = intent.amount } = wish;
  if (amount < 1)
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount_to_capture',
    });
  if (amount > intent.amount)
    throw invalid(
      `The requested capture amount is greater than the amount you can capture for this charge: ${amount} > ${intent.amount}.`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    );
  const { currency, description } = intent;
  const transaction = book(world, { type: 'charge', source: charge.id, amount, currency, description });
  const taken: ChargeRecord = {
    ...charge,
    state: { kind: 'captured', amount, transaction, captureBefore: charge.state.captureBefore },
  };
  const next: IntentRecord = {
    ...intent,
    metadata: mergeMetadata(intent.metadata, wish.metadata),
    state: { status: 'succeeded', charge: charge.id, received: amount },
  };
  world.store.put('intent', next);
  world.store.put('charge', taken);
  emit(world, 'charge.captured', presentCharge(world, taken));
  emit(world, 'payment_intent.succeeded', presentIntent(world, next));
  return next;
}

/** Ends an intent that has taken no money; held money is released. @throws StripeFailure payment_intent_unexpected_state */
export function cancelIntent(world: World, intent: IntentRecord, reason: string | null): IntentRecord {
  requireStatus(world, intent, 'canceled', [
    'requires_payment_method',
    'requires_capture',
    'requires_confirmation',
    'requires_action',
  ]);
  return end(world, intent, reason);
}

/** The bank lets go of the held money because nobody captured it in time. */
export function expireAuthorisation(world: World, intent: IntentRecord, charge: ChargeRecord): IntentRecord {
  emit(world, 'charge.expired', presentCharge(world, { ...charge, state: { kind: 'released' } }));
  return end(world, intent, 'automatic');
}

function end(world: World, intent: IntentRecord, reason: string | null): IntentRecord {
  if (intent.state.status === 'requires_capture') {
    const charge = world.store.charge.get(intent.state.charge);
    if (charge) world.store.put('charge', { ...charge, state: { kind: 'released' } });
  }
  const next: IntentRecord = { ...intent, state: { status: 'canceled', at: seconds(world), reason } };
  world.store.put('intent', next);
  emit(world, 'payment_intent.canceled', presentIntent(world, next));
  return next;
}
