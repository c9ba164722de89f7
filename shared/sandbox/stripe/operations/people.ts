import type { IntentRecord } from '../state/records';
import type { World } from '../world';
import { approveAction, confirmIntent, rejectAction } from './confirm';
import type { MethodData } from './methods';

/** What a person chooses on the payment page. */
export type Choice = { method: 'card'; number: string } | { method: 'alipay' | 'wechat_pay' };

const DECLINED_CARD = '4000000000000002';
const VISA = '4242424242424242';
const onPage = { unattended: false, hosted: true } as const;

const methodData = (choice: Choice): MethodData =>
  choice.method === 'card' ? { type: 'card', card: { number: choice.number } } : { type: choice.method };

/** The first choice a person has when nothing was chosen before. */
export const usualChoice = (intent: IntentRecord): Choice => {
  const [method = 'card'] = intent.types;
  return method === 'card' ? { method, number: VISA } : { method };
};

/**
 * A person pays: with the method the intent waits for, or with the given one when none was chosen yet.
 * @throws StripeFailure 402 when the card is declined, payment_intent_unexpected_state when nothing is to be paid
 */
export function pay(world: World, intent: IntentRecord, choice = usualChoice(intent)): IntentRecord {
  if (intent.state.status === 'requires_action') return approveAction(world, intent);
  const chosen = intent.paymentMethod === null ? { payment_method_data: methodData(choice) } : {};
  const next = confirmIntent(world, intent, { ...chosen, ...onPage });
  return next.state.status === 'requires_action' && choice.method !== 'card'
    ? approveAction(world, next)
    : next;
}

/** A person declines; the intent then waits for another attempt. @throws StripeFailure payment_intent_unexpected_state, 402 */
export function refusePayment(world: World, intent: IntentRecord): IntentRecord {
  if (intent.state.status === 'requires_action') return rejectAction(world, intent);
  const choice = usualChoice(intent);
  if (choice.method === 'card')
    return confirmIntent(world, intent, {
      payment_method_data: methodData({ ...choice, number: DECLINED_CARD }),
      ...onPage,
    });
  return rejectAction(
    world,
    confirmIntent(world, intent, { payment_method_data: methodData(choice), ...onPage }),
  );
}
