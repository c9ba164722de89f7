import { invalid } from '../failures';
import { presentIntent } from '../objects/paymentIntent';
import type { IntentRecord, IntentState } from '../state/records';
import type { World } from '../world';

type Status = IntentState['status'];
type Verb = 'canceled' | 'captured' | 'confirmed';

/** 400 payment_intent_unexpected_state, with the intent as it is inside the error. */
export const unexpectedState = (world: World, intent: IntentRecord, message: string) =>
  invalid(message, { code: 'payment_intent_unexpected_state', payment_intent: presentIntent(world, intent) });

/** Refuses what the intent's status does not allow. */
export function requireStatus(world: World, intent: IntentRecord, verb: Verb, allowed: readonly Status[]) {
  const { status } = intent.state;
  if (allowed.includes(status)) return;
  const because =
    verb === 'captured' && status === 'succeeded'
      ? 'it has already been captured'
      : verb === 'confirmed' && status === 'succeeded'
        ? 'it has already succeeded after being previously confirmed'
        : `it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be ${verb}: ${allowed.join(', ')}`;
  throw unexpectedState(world, intent, `This PaymentIntent could not be ${verb} because ${because}.`);
}
