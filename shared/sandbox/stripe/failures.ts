import type { Decline } from './cards';
import type Stripe from 'stripe';

type FailureBody = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
  payment_method?: Stripe.PaymentMethod;
};

/** An error as Stripe answers it: the status and the `error` object. */
export class StripeFailure extends Error {
  override name = 'StripeFailure';
  readonly status: number;
  readonly body: FailureBody & { doc_url?: string };
  constructor(status: number, body: FailureBody) {
    super(body.message);
    this.status = status;
    const docs = body.code && `https://docs.stripe.com/error-codes#${body.code.replaceAll('_', '-')}`;
    this.body = docs ? { ...body, doc_url: docs } : body;
  }
}

type Details = Omit<FailureBody, 'type' | 'message'>;

/** 400: the request itself is wrong, or wrong at this moment. */
export const invalid = (message: string, details: Details = {}) =>
  new StripeFailure(400, { type: 'invalid_request_error', message, ...details });

/**
 * Whether a request was refused for what it says, not for how things stand: nothing of it is done, and its idempotency key is
 * free for the request that was meant.
 */
export const isValidation = (error: unknown): boolean =>
  error instanceof StripeFailure &&
  error.body.type === 'invalid_request_error' &&
  (error.body.param !== undefined || error.body.code?.startsWith('parameter') === true);

/** 404: there is no such thing. `kind` is Stripe's word for it, as in "No such payment_intent". */
export const missing = (kind: string, id: string, param = 'id') =>
  new StripeFailure(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  });

/** 402: the bank or the wallet said no. */
export const declined = ({ code, declineCode, message }: Decline, details: Details) =>
  new StripeFailure(402, {
    type: 'card_error',
    code,
    ...(declineCode !== undefined && { decline_code: declineCode }),
    message,
    ...details,
  });

/** 401: no key, a wrong key, or a publishable one. */
export const unauthorised = (message: string, code?: string) =>
  new StripeFailure(401, { type: 'invalid_request_error', message, ...(code !== undefined && { code }) });

export const keyReused = (key: string) =>
  new StripeFailure(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  });

export const keyInUse = (key: string) =>
  new StripeFailure(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotency Key: ${key}`,
  });

export const rateLimited = () =>
  new StripeFailure(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message:
      'Request rate limit exceeded. Learn more about rate limits here https://docs.stripe.com/rate-limits.',
  });

export const internalError = () =>
  new StripeFailure(500, {
    type: 'api_error',
    message: 'An unknown error occurred in the sandbox. Try again, with the same idempotency key.',
  });
