import Stripe from 'stripe';
import { type OrderId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { Pace } from '#shared/kit/schedule/pace';
import { hasMoney, type Intent } from '../../domain/payment';
import {
  type IntentWish,
  keysTrustedMs,
  type PaymentProvider,
  type ProviderRefund,
  type RefundRequest,
  type Webhook,
} from '../paymentProvider';
import { toProviderEvent } from './events';
import { methodsIn } from './hosts';
import { intentParams } from './intentParams';
import { readStatement } from './statement';
import { declineCodeOf, type PayPage, toIntent, toProviderRefund } from './states';

export type StripeOptions = {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Where Stripe's API is reached; absent: at Stripe. */
  readonly api?: { readonly host: string; readonly port: number; readonly protocol: 'http' | 'https' };
  /** Where shoppers come back to: `https://shop.example`. */
  readonly publicUrl: string;
  /** What Stripe.js on our own page for cards is told; absent: there is no such page. */
  readonly publishableKey?: string | undefined;
  /** Where the sandbox lets people pay by hand, in place of that page. */
  readonly payPage?: PayPage;
  /** How long one call may take, in ms; default 8,000. Calls are tried three times. */
  readonly timeoutMs?: number;
  readonly now: () => Date;
};

const noPage: PayPage = () => undefined;
/** A webhook may be so much older than its receipt: Stripe's own limit against repeating what was overheard. */
const toleranceSeconds = 300;
/**
 * Captures and refunds a second by one process: thousands become due in one moment, and Stripe refuses more than 100 calls a second
 * (https://docs.stripe.com/rate-limits). The rest is left to people who pay at this moment.
 */
const backgroundCallsPerSecond = 80;

/** Payments by Stripe through its SDK; the sandbox is only another host. */
export function stripePayments(options: StripeOptions): PaymentProvider {
  const { secretKey, webhookSecret, api, publicUrl, payPage = noPage, timeoutMs = 8_000, now } = options;
  const stripe = new Stripe(secretKey, {
    ...api,
    telemetry: false,
    maxNetworkRetries: 2,
    timeout: timeoutMs,
  });
  const pace = new Pace(backgroundCallsPerSecond);
  const present = (intent: Stripe.PaymentIntent) => toIntent(intent, payPage);

  const find = (intentId: string): Promise<Intent> =>
    asked(async () => present(await stripe.paymentIntents.retrieve(intentId)));

  return {
    name: 'stripe',
    methodsIn,
    payerOf: () => Promise.resolve(undefined),
    find,

    begin: (wish: IntentWish) =>
      asked(async () => {
        try {
          const created = await stripe.paymentIntents.create(intentParams(wish, publicUrl), {
            idempotencyKey: `intent:${wish.paymentId}`,
          });
          return present(created);
        } catch (error) {
          return refusedIntent(error, present);
        }
      }),

    cancel: (intentId) =>
      asked(async () => {
        try {
          // No key of our own: a refusal under it would be repeated even when cancelling has become possible.
          return present(await stripe.paymentIntents.cancel(intentId));
        } catch (error) {
          if (!isUnexpectedState(error)) throw error;
          return find(intentId);
        }
      }),

    capture: (orderId: OrderId, intentId: string, fen: number) =>
      asked(async () => {
        await pace.turn();
        const capture = async (key: object) =>
          present(await stripe.paymentIntents.capture(intentId, { amount_to_capture: fen }, key));
        try {
          return await capture({ idempotencyKey: `capture:${orderId}` });
        } catch (error) {
          if (!isUnexpectedState(error)) throw error;
          const now = await find(intentId);
          // The refusal is repeated under its key, whatever became possible since. Nothing is captured twice without one.
          return now.outcome.kind === 'authorised' ? capture({}) : now;
        }
      }),

    refund: (request: RefundRequest) =>
      asked(async () => {
        await pace.turn();
        return refundOnce(stripe, request, now());
      }),

    findRefund: ({ providerRefundId }) =>
      asked(async () => toProviderRefund(await stripe.refunds.retrieve(providerRefundId))),

    returnStray: (intent) =>
      asked(async () => {
        if (!hasMoney(intent.outcome)) return;
        if (intent.outcome.kind === 'authorised') await stripe.paymentIntents.cancel(intent.intentId);
        else if (!(await fullyRefunded(stripe, intent.intentId)))
          await stripe.refunds.create(
            { payment_intent: intent.intentId, metadata: { stray: 'true' } },
            { idempotencyKey: `stray:${intent.intentId}` },
          );
      }),

    readStatement: (day, cursor) => asked(() => readStatement(stripe, day, cursor, now())),

    webhook: webhookOf(stripe, webhookSecret, now),
  };
}

const webhookOf = (stripe: Stripe, secret: string, now: () => Date): Webhook => ({
  // Nothing is waited for: async turns what is thrown into a rejection.
  // eslint-disable-next-line @typescript-eslint/require-await
  async read({ body, header }) {
    const signature = header('stripe-signature');
    if (signature === undefined) throw new Refused('WEBHOOK_REFUSED');
    try {
      const signed = [body, signature, secret] as const;
      const at = now().getTime();
      return toProviderEvent(stripe.webhooks.constructEvent(...signed, toleranceSeconds, undefined, at));
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError)
        throw new Refused('WEBHOOK_REFUSED');
      if (error instanceof SyntaxError) throw new Refused('MALFORMED_REQUEST', 'The body must be JSON');
      throw error;
    }
  },
  taken: { status: 200, contentType: 'application/json', body: '{"received":true}' },
});

/** Beyond the life of an idempotency key a refund that was asked for is looked up before it is asked for again. */
async function refundOnce(stripe: Stripe, request: RefundRequest, now: Date): Promise<ProviderRefund> {
  const { orderId, refundId, attempt, intentId, fen, requestedAt } = request;
  if (now.getTime() - requestedAt.getTime() > keysTrustedMs) {
    for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
      const known = toProviderRefund(refund);
      if (known.refundId === refundId && known.attempt === attempt) return known;
    }
  }
  try {
    const refund = await stripe.refunds.create(
      {
        payment_intent: intentId,
        amount: fen,
        metadata: { orderId, refundId, attempt: String(attempt) },
      },
      { idempotencyKey: `refund:${refundId}:${attempt}` },
    );
    return toProviderRefund(refund);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || isPassing(error)) throw error;
    return { refundId, attempt, outcome: { kind: 'failed', failure: error.code ?? 'refused' } };
  }
}

async function fullyRefunded(stripe: Stripe, intentId: string): Promise<boolean> {
  const charges = await stripe.charges.list({ payment_intent: intentId, limit: 10 });
  return charges.data.some(({ refunded }) => refunded);
}

/** What Stripe made of an intent that it refused to confirm: a decline has one, an impossible payment method has none. */
function refusedIntent(
  error: unknown,
  present: (intent: Stripe.PaymentIntent) => Intent,
): Intent | undefined {
  if (error instanceof Stripe.errors.StripeError && error.payment_intent) {
    const intent = present(error.payment_intent);
    return intent.outcome.kind === 'waiting'
      ? { ...intent, outcome: { kind: 'declined', declineCode: declineCodeOf(cardFacts(error)) } }
      : intent;
  }
  if (isPassing(error) || !(error instanceof Stripe.errors.StripeError)) throw error;
  if (error.type === 'StripeCardError' || error.type === 'StripeInvalidRequestError') return undefined;
  throw error;
}

const cardFacts = ({ code, decline_code }: Stripe.errors.StripeError) => ({
  ...(code === undefined ? {} : { code }),
  ...(decline_code === undefined ? {} : { decline_code }),
});

const isUnexpectedState = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError &&
  error.code === 'payment_intent_unexpected_state';

/** Runs a call; when Stripe cannot be reached, or is busy with the same call, the caller may try again later. */
async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isPassing(error)) throw new Refused('PAYMENT_UNAVAILABLE');
    throw error;
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeConnectionError ||
  error instanceof Stripe.errors.StripeRateLimitError ||
  (error instanceof Stripe.errors.StripeError &&
    ((error.statusCode ?? 0) >= 500 || error.statusCode === 409 || error.statusCode === 429));
