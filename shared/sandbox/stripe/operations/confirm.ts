import { declined, invalid } from '../failures';
import { presentIntent } from '../objects/paymentIntent';
import { presentMethod } from '../objects/paymentMethod';
import type { Decline } from '../cards';
import type { IntentRecord, MethodRecord } from '../state/records';
import type { World } from '../world';
import { failAuthentication, outcomeOf, refuse, settle } from './charges';
import { emit } from './emit';
import { requireStatus, unexpectedState } from './intentErrors';
import { createMethod, findMethod, type MethodChoice } from './methods';

type Confirmation = MethodChoice & {
  return_url?: string | undefined;
  /** The person is not there: a check by the bank cannot be asked for. */
  unattended: boolean;
  /** The person is on the sandbox's own page, so nobody has to be sent there. */
  hosted?: true;
};

const authenticationRequired: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The intent with this method on it, not yet stored. @throws StripeFailure resource_missing, payment_intent_incompatible_payment_method */
export function attachMethod(world: World, intent: IntentRecord, choice: MethodChoice): IntentRecord {
  const method = choice.payment_method_data
    ? createMethod(world, choice.payment_method_data)
    : choice.payment_method !== undefined && findMethod(world, choice.payment_method);
  if (!method) return intent;
  if (!intent.types.includes(method.type))
    throw invalid(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Allowed: ${intent.types.join(', ')}.`,
      { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' },
    );
  return { ...intent, paymentMethod: method.id, state: { status: 'requires_confirmation' } };
}

/**
 * Asks the bank or the wallet for the money. The intent then awaits capture, is paid, or waits for the person.
 * @throws StripeFailure payment_intent_unexpected_state, parameter_missing, and 402 when declined (which is remembered)
 */
export function confirmIntent(world: World, intent: IntentRecord, wish: Confirmation): IntentRecord {
  requireStatus(world, intent, 'confirmed', [
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
  ]);
  const chosen = attachMethod(world, { ...intent, returnUrl: wish.return_url ?? intent.returnUrl }, wish);
  if (chosen.paymentMethod === null)
    throw unexpectedState(
      world,
      intent,
      "You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment method, or add one to your request, then confirm again.",
    );
  const method = findMethod(world, chosen.paymentMethod);
  checkWallet(chosen, method, wish.hosted ?? false);
  const outcome = outcomeOf(method);
  switch (outcome.kind) {
    case 'approved':
    case 'refund_fails':
    case 'refund_pending':
      return settle(world, chosen, method);
    case 'declined':
      return decline(world, chosen, method, outcome.decline);
    case 'authenticate':
      return wish.unattended
        ? decline(world, chosen, method, authenticationRequired)
        : awaitPerson(world, chosen);
  }
}

function checkWallet(intent: IntentRecord, method: MethodRecord, hosted: boolean) {
  if (!hosted && intent.automatic?.allowRedirects === 'always' && intent.returnUrl === null)
    throw invalid(
      'This PaymentIntent may use payment methods that redirect, so you must provide a `return_url`, or set `automatic_payment_methods[allow_redirects]` to `never`.',
      { param: 'return_url' },
    );
  if (method.type === 'card') return;
  if (intent.captureMethod === 'manual')
    throw invalid(`The payment method type ${method.type} does not support manual capture.`, {
      code: 'payment_intent_invalid_parameter',
      param: 'capture_method',
    });
  if (method.type === 'wechat_pay' && intent.wechatClient === null && !hosted)
    throw invalid('Missing required param: payment_method_options[wechat_pay][client].', {
      code: 'parameter_missing',
      param: 'payment_method_options[wechat_pay][client]',
    });
}

function decline(world: World, intent: IntentRecord, method: MethodRecord, reason: Decline): never {
  const refused = refuse(world, intent, method, reason);
  throw declined(reason, {
    ...(refused.latestCharge !== null && { charge: refused.latestCharge }),
    payment_intent: presentIntent(world, refused),
    payment_method: presentMethod(method),
  });
}

function awaitPerson(world: World, intent: IntentRecord): IntentRecord {
  const next: IntentRecord = { ...intent, lastError: null, state: { status: 'requires_action' } };
  world.store.put('intent', next);
  emit(world, 'payment_intent.requires_action', presentIntent(world, next));
  return next;
}

/** The person said yes on the wallet's or the bank's page. @throws StripeFailure payment_intent_unexpected_state */
export function approveAction(world: World, intent: IntentRecord): IntentRecord {
  return settle(world, intent, awaited(world, intent));
}

/** The person said no on the wallet's or the bank's page. @throws StripeFailure payment_intent_unexpected_state */
export function rejectAction(world: World, intent: IntentRecord): IntentRecord {
  const method = awaited(world, intent);
  if (method.type === 'card') return failAuthentication(world, intent, method);
  return refuse(world, intent, method, {
    code: 'payment_method_customer_decline',
    message: 'The customer declined the payment in the wallet.',
  });
}

function awaited(world: World, intent: IntentRecord): MethodRecord {
  const method = world.store.method.get(intent.paymentMethod ?? '');
  if (intent.state.status === 'requires_action' && method) return method;
  throw unexpectedState(
    world,
    intent,
    `This PaymentIntent awaits nobody: it has a status of ${intent.state.status}.`,
  );
}
