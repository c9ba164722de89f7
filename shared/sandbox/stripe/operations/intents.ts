import { invalid, missing } from '../failures';
import { randomText } from '../../kit/ids';
import { newId } from '../ids';
import { presentIntent } from '../objects/paymentIntent';
import type { IntentRecord, Metadata, MethodType, Shipping } from '../state/records';
import { seconds, type World } from '../world';
import { emit } from './emit';
import type { MethodChoice } from './methods';
import { unexpectedState } from './intentErrors';

export type IntentChanges = {
  description?: string | null | undefined;
  metadata?: Metadata | null | undefined;
  receipt_email?: string | null | undefined;
  setup_future_usage?: IntentRecord['setupFutureUsage'] | undefined;
  shipping?: Shipping | null | undefined;
  statement_descriptor?: string | undefined;
  statement_descriptor_suffix?: string | undefined;
  transfer_group?: string | undefined;
  capture_method?: IntentRecord['captureMethod'] | undefined;
  payment_method_options?: IntentOptions | undefined;
};

type IntentOptions = {
  card?: { capture_method?: 'manual' | null | undefined } | undefined;
  wechat_pay?: { client?: IntentRecord['wechatClient'] | undefined; app_id?: string | undefined } | undefined;
};

export type NewIntent = IntentChanges & {
  amount: number;
  currency: string;
  confirmation_method?: IntentRecord['confirmationMethod'] | undefined;
  allowed_payment_method_types?: MethodType[] | undefined;
  payment_method_types?: MethodType[] | undefined;
  automatic_payment_methods?:
    { enabled: boolean; allow_redirects?: 'always' | 'never' | undefined } | undefined;
  customer?: string | undefined;
  return_url?: string | undefined;
};

/** @throws StripeFailure resource_missing */
export function findIntent(world: World, id: string, param = 'intent'): IntentRecord {
  const intent = world.store.intent.get(id);
  if (!intent) throw missing('payment_intent', id, param);
  return intent;
}

/** @throws StripeFailure amount_too_small, amount_too_large, resource_missing (customer), parameters_exclusive */
export function createIntent(world: World, wish: NewIntent): IntentRecord {
  checkAmount(world, wish.amount);
  if (wish.customer !== undefined && !world.store.customer.get(wish.customer))
    throw missing('customer', wish.customer, 'customer');
  const named = wish.payment_method_types ?? wish.allowed_payment_method_types;
  if (named && wish.automatic_payment_methods?.enabled)
    throw invalid(
      'You may only specify one of these parameters: automatic_payment_methods, payment_method_types.',
      {
        code: 'parameters_exclusive',
      },
    );
  const redirects = wish.automatic_payment_methods?.allow_redirects ?? 'always';
  const id = newId('pi');
  const intent = withChanges(
    {
      id,
      secret: `${id}_secret_${randomText(25)}`,
      created: seconds(world),
      amount: wish.amount,
      currency: wish.currency,
      captureMethod: 'automatic',
      cardCaptureMethod: null,
      confirmationMethod: wish.confirmation_method ?? 'automatic',
      allowedTypes: wish.allowed_payment_method_types ?? null,
      types: named ?? (redirects === 'never' ? ['card', 'wechat_pay'] : ['card', 'alipay', 'wechat_pay']),
      automatic: named ? null : { allowRedirects: redirects },
      wechatClient: null,
      wechatAppId: null,
      customer: wish.customer ?? null,
      description: null,
      metadata: {},
      receiptEmail: null,
      returnUrl: wish.return_url ?? null,
      setupFutureUsage: null,
      shipping: null,
      statementDescriptor: null,
      statementDescriptorSuffix: null,
      transferGroup: null,
      paymentMethod: null,
      latestCharge: null,
      lastError: null,
      state: { status: 'requires_payment_method' },
    },
    wish,
  );
  world.store.put('intent', intent);
  emit(world, 'payment_intent.created', presentIntent(world, intent));
  return intent;
}

/** @throws StripeFailure payment_intent_unexpected_state when money already moves, amount_too_small, amount_too_large */
export function updateIntent(
  world: World,
  intent: IntentRecord,
  wish: IntentChanges & MethodChoice & { amount?: number | undefined; currency?: string | undefined },
): IntentRecord {
  const { amount = intent.amount, currency = intent.currency } = wish;
  const method = wish.payment_method ?? wish.payment_method_data ?? wish.payment_method_options;
  const money = amount !== intent.amount || currency !== intent.currency || method !== undefined;
  const open =
    intent.state.status === 'requires_payment_method' || intent.state.status === 'requires_confirmation';
  if (money && !open)
    throw unexpectedState(
      world,
      intent,
      `This PaymentIntent's amount or payment method could not be updated because it has a status of ${intent.state.status}. ` +
        'You may only update those of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation.',
    );
  if (money) checkAmount(world, amount);
  const next = { ...withChanges(intent, wish), amount, currency };
  world.store.put('intent', next);
  return next;
}

/** Sets what was named; metadata is merged key by key, an empty value removes its key. */
export function withChanges(intent: IntentRecord, wish: IntentChanges): IntentRecord {
  const { card, wechat_pay: wechat } = wish.payment_method_options ?? {};
  return {
    ...intent,
    captureMethod: wish.capture_method ?? intent.captureMethod,
    cardCaptureMethod: card?.capture_method === undefined ? intent.cardCaptureMethod : card.capture_method,
    wechatClient: wechat?.client ?? intent.wechatClient,
    wechatAppId: wechat?.app_id ?? intent.wechatAppId,
    description: wish.description === undefined ? intent.description : wish.description,
    metadata: mergeMetadata(intent.metadata, wish.metadata),
    receiptEmail: wish.receipt_email === undefined ? intent.receiptEmail : wish.receipt_email,
    setupFutureUsage:
      wish.setup_future_usage === undefined ? intent.setupFutureUsage : wish.setup_future_usage,
    shipping: wish.shipping === undefined ? intent.shipping : wish.shipping,
    statementDescriptor: wish.statement_descriptor ?? intent.statementDescriptor,
    statementDescriptorSuffix: wish.statement_descriptor_suffix ?? intent.statementDescriptorSuffix,
    transferGroup: wish.transfer_group ?? intent.transferGroup,
  };
}

/** Stripe's rule for metadata: named keys are set, empty ones removed, null removes all. */
export function mergeMetadata(old: Metadata, wish: Metadata | null | undefined): Metadata {
  if (wish === undefined) return old;
  if (wish === null) return {};
  return Object.fromEntries(Object.entries({ ...old, ...wish }).filter(([, value]) => value !== ''));
}

function checkAmount({ limits }: World, amount: number) {
  if (amount < 1)
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  if (amount < limits.minimum)
    throw invalid(`Amount must be at least ${limits.minimum} in the smallest currency unit.`, {
      code: 'amount_too_small',
      param: 'amount',
    });
  if (amount > limits.maximum)
    throw invalid(`Amount must be no more than ${limits.maximum} in the smallest currency unit.`, {
      code: 'amount_too_large',
      param: 'amount',
    });
}
