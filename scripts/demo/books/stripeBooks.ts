import { z } from 'zod';

/** Where the sandbox for Stripe answers, and the key that opens it. */
export type StripeAccess = { readonly url: string; readonly secretKey: string };

const Intents = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      amount_received: z.int(),
      amount_capturable: z.int(),
      metadata: z.record(z.string(), z.string()),
    }),
  ),
  has_more: z.boolean(),
});
const Refunds = z.object({
  data: z.array(
    z.object({ id: z.string(), amount: z.int(), status: z.string(), payment_intent: z.string() }),
  ),
  has_more: z.boolean(),
});

/** What Stripe's own books say of some orders, in fen. */
export type StripeBooks = {
  readonly captured: number;
  readonly refunded: number;
  readonly refundsPending: number;
  /** Authorised on cards, and neither taken nor let go. */
  readonly held: number;
  /** Orders for which money was taken more than once: there must be none. */
  readonly takenTwice: readonly string[];
};

/**
 * Reads payments and refunds from Stripe's API, as an accountant would, and adds up those of `orders`.
 * @param since nothing older is looked at
 */
export async function readStripeBooks(
  access: StripeAccess,
  orders: ReadonlySet<string>,
  since: Date,
): Promise<StripeBooks> {
  const from = `created[gte]=${Math.floor(since.getTime() / 1000)}`;
  const intents = (await all(access, `payment_intents?${from}`, Intents)).filter(({ metadata }) =>
    orders.has(metadata['orderId'] ?? ''),
  );
  const ours = new Set(intents.map(({ id }) => id));
  const refunds = (await all(access, `refunds?${from}`, Refunds)).filter((refund) =>
    ours.has(refund.payment_intent),
  );
  const taken = intents
    .filter((intent) => intent.amount_received > 0)
    .map(({ metadata }) => metadata['orderId'] ?? '');
  const sumOf = (status: string) =>
    refunds.filter((refund) => refund.status === status).reduce((sum, { amount }) => sum + amount, 0);
  return {
    captured: intents.reduce((sum, intent) => sum + intent.amount_received, 0),
    refunded: sumOf('succeeded'),
    refundsPending: sumOf('pending'),
    held: intents.reduce((sum, intent) => sum + intent.amount_capturable, 0),
    takenTwice: taken.filter((orderId, at) => taken.indexOf(orderId) < at),
  };
}

type ListOf<T> = z.ZodType<{ data: T[]; has_more: boolean }>;

async function all<T extends { id: string }>(
  { url, secretKey }: StripeAccess,
  path: string,
  schema: ListOf<T>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let more = true; more;) {
    const after = rows.at(-1)?.id;
    const address = `${url}/v1/${path}&limit=100${after === undefined ? '' : `&starting_after=${after}`}`;
    const reply = await fetch(address, { headers: { Authorization: `Bearer ${secretKey}` } });
    if (!reply.ok) throw new Error(`Stripe's sandbox answered ${reply.status} to ${path}`);
    const list = schema.parse(await reply.json());
    rows.push(...list.data);
    more = list.has_more && list.data.length > 0;
  }
  return rows;
}
