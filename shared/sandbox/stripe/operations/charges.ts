import { cardOf, type Decline } from '../cards';
import { newId } from '../ids';
import { presentCharge } from '../objects/charge';
import { presentIntent } from '../objects/paymentIntent';
import type { ChargeRecord, IntentRecord, MethodRecord, TransactionType } from '../state/records';
import { feeOf } from '../../kit/yuan';
import { seconds, type World } from '../world';
import { emit } from './emit';

const DAY = 86_400;
const AUTHORISATION_DAYS = 7;

/** Writes one line of the account's book and returns its id; a payment's with the fee for it. */
export function book(
  world: World,
  line: {
    type: TransactionType;
    source: string | null;
    amount: number;
    currency: string;
    description?: string | null;
  },
): string {
  const id = newId('txn');
  const isPayment = line.type === 'charge' || line.type === 'payment';
  const fee = isPayment ? feeOf(line.amount, world.feeRate) : 0;
  world.store.put('transaction', {
    description: null,
    ...line,
    ...(fee > 0 && { fee }),
    id,
    created: seconds(world),
  });
  return id;
}

/** Money by card has `ch_` ids, money from wallets `py_`. */
const chargeId = (method: MethodRecord) => newId(method.type === 'card' ? 'ch' : 'py');

/** The bank or the wallet says yes: the money is held (manual capture of a card) or taken. */
export function settle(world: World, intent: IntentRecord, method: MethodRecord): IntentRecord {
  const held = method.type === 'card' && (intent.cardCaptureMethod ?? intent.captureMethod) === 'manual';
  const id = chargeId(method);
  const created = seconds(world);
  const paid = { ...intent, paymentMethod: method.id, latestCharge: id, lastError: null };
  const base = { id, created, intent: intent.id, amount: intent.amount, refunded: 0, method: method.id };
  if (held) {
    const charge: ChargeRecord = {
      ...base,
      state: { kind: 'authorised', captureBefore: created + AUTHORISATION_DAYS * DAY },
    };
    const next: IntentRecord = { ...paid, state: { status: 'requires_capture', charge: id } };
    world.store.put('intent', next);
    world.store.put('charge', charge);
    emit(world, 'charge.succeeded', presentCharge(world, charge));
    emit(world, 'payment_intent.amount_capturable_updated', presentIntent(world, next));
    return next;
  }
  const { amount, currency, description } = intent;
  const type = method.type === 'card' ? 'charge' : 'payment';
  const transaction = book(world, { type, source: id, amount, currency, description });
  const charge: ChargeRecord = {
    ...base,
    state: { kind: 'captured', amount, transaction, captureBefore: null },
  };
  const next: IntentRecord = { ...paid, state: { status: 'succeeded', charge: id, received: amount } };
  world.store.put('intent', next);
  world.store.put('charge', charge);
  emit(world, 'charge.succeeded', presentCharge(world, charge));
  emit(world, 'payment_intent.succeeded', presentIntent(world, next));
  return next;
}

/** The bank or the wallet says no: the attempt is remembered and another method may be tried. */
export function refuse(
  world: World,
  intent: IntentRecord,
  method: MethodRecord,
  decline: Decline,
): IntentRecord {
  const charge: ChargeRecord = {
    id: chargeId(method),
    created: seconds(world),
    intent: intent.id,
    amount: intent.amount,
    refunded: 0,
    method: method.id,
    state: { kind: 'failed', decline },
  };
  const next: IntentRecord = {
    ...intent,
    paymentMethod: null,
    latestCharge: charge.id,
    lastError: { decline, charge: charge.id, method: method.id },
    state: { status: 'requires_payment_method' },
  };
  world.store.put('intent', next);
  world.store.put('charge', charge);
  emit(world, 'charge.failed', presentCharge(world, charge));
  emit(world, 'payment_intent.payment_failed', presentIntent(world, next));
  return next;
}

/** The person did not come through the bank's check, so no money was asked for. */
export function failAuthentication(world: World, intent: IntentRecord, method: MethodRecord): IntentRecord {
  const decline: Decline = {
    code: 'payment_intent_authentication_failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide another one to try again.',
  };
  const next: IntentRecord = {
    ...intent,
    paymentMethod: null,
    lastError: { decline, charge: null, method: method.id },
    state: { status: 'requires_payment_method' },
  };
  world.store.put('intent', next);
  emit(world, 'payment_intent.payment_failed', presentIntent(world, next));
  return next;
}

/** What the bank does with this method's card; wallets always ask the person first. */
export const outcomeOf = (method: MethodRecord) =>
  method.type === 'card' ? cardOf(method.card).outcome : ({ kind: 'authenticate' } as const);
