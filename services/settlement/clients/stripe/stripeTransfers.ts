import Stripe from 'stripe';
import {
  type PayoutTransport,
  type Transfer,
  type TransferState,
  type TransferWish,
  TransportAway,
} from '../payoutTransport';

export type StripeTransfersOptions = {
  readonly secretKey: string;
  /** Where Stripe's API is reached; absent: at Stripe. */
  readonly api?: { readonly host: string; readonly port: number; readonly protocol: 'http' | 'https' };
  readonly now: () => Date;
};

/** Stripe forgets a key after 24 hours at the earliest (https://docs.stripe.com/api/idempotent_requests). */
const keysTrustedMs = 23 * 3_600_000;
const timeoutMs = 8_000;

/** Transfers to connected accounts (https://docs.stripe.com/connect/separate-charges-and-transfers). */
export function stripeTransfers({ secretKey, api, now }: StripeTransfersOptions): PayoutTransport {
  const stripe = new Stripe(secretKey, {
    ...api,
    telemetry: false,
    maxNetworkRetries: 2,
    timeout: timeoutMs,
  });
  return {
    send: (wish) =>
      asked(async () => {
        const known = isOld(wish, now()) ? await found(stripe, wish) : undefined;
        return known ?? (await created(stripe, wish));
      }),
    find: (transferId) => asked(async () => stateOf(await stripe.transfers.retrieve(transferId))),
  };
}

const groupOf = ({ payoutId, number }: TransferWish): string => `${payoutId}/${number}`;
const isOld = ({ begunAt }: TransferWish, now: Date): boolean =>
  now.getTime() - begunAt.getTime() > keysTrustedMs;

/** Beyond the life of its key a transfer is looked up before it is asked for again. */
async function found(stripe: Stripe, wish: TransferWish): Promise<Transfer | undefined> {
  const [transfer] = (await stripe.transfers.list({ transfer_group: groupOf(wish), limit: 1 })).data;
  return transfer && { kind: 'sent', transferId: transfer.id };
}

async function created(stripe: Stripe, wish: TransferWish): Promise<Transfer> {
  try {
    const transfer = await stripe.transfers.create(
      {
        amount: wish.fen,
        currency: 'cny',
        destination: wish.to.number,
        transfer_group: groupOf(wish),
        metadata: { payoutId: wish.payoutId, try: String(wish.number) },
      },
      { idempotencyKey: `payout:${groupOf(wish)}` },
    );
    return { kind: 'sent', transferId: transfer.id };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || isPassing(error)) throw error;
    return { kind: 'refused', reason: error.message };
  }
}

/** A transfer is on the connected account as soon as it is made; what is taken back leaves it again. */
function stateOf({ reversed }: Stripe.Transfer): TransferState {
  return reversed ? { kind: 'returned', reason: 'The transfer was reversed' } : { kind: 'paid' };
}

async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isPassing(error)) throw new TransportAway('Stripe cannot move the money now', { cause: error });
    throw error;
  }
}

/** Stripe is away or busy, or the money that it holds for us is not available yet: the same call may succeed later. */
const isPassing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeConnectionError ||
  error instanceof Stripe.errors.StripeRateLimitError ||
  (error instanceof Stripe.errors.StripeError &&
    ((error.statusCode ?? 0) >= 500 ||
      error.statusCode === 409 ||
      error.statusCode === 429 ||
      error.code === 'balance_insufficient'));
