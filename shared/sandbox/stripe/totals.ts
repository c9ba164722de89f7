import type { World } from './world';

type Totals = {
  currency: string;
  /** Held on cards and not yet captured. */
  authorised: number;
  captured: number;
  /** Given back, on its way back or arrived; failed refunds are not in it. */
  refunded: number;
  fees: number;
  transferred: number;
  /** captured − refunded − fees − transferred, from the account's book. */
  balance: number;
};

/** The account's sums per currency, counted anew from charges, refunds and transfers. */
export function totalsOf({ store }: World): Totals[] {
  const sums = new Map<string, Totals>();
  const of = (currency: string) => {
    const known = sums.get(currency);
    if (known) return known;
    const balance = store.balances.get(currency) ?? 0;
    const fresh = { currency, authorised: 0, captured: 0, refunded: 0, fees: 0, transferred: 0, balance };
    sums.set(currency, fresh);
    return fresh;
  };
  for (const charge of store.charge.all()) {
    const sum = of(store.intent.get(charge.intent)?.currency ?? '');
    if (charge.state.kind === 'authorised') sum.authorised += charge.amount;
    if (charge.state.kind === 'captured') sum.captured += charge.state.amount;
  }
  for (const { currency, amount, state } of store.refund.all())
    if (state.status === 'pending' || state.status === 'succeeded') of(currency).refunded += amount;
  for (const { currency, fee = 0 } of store.transaction.all()) of(currency).fees += fee;
  for (const { currency, amount, reversed } of store.transfer.all())
    of(currency).transferred += amount - reversed;
  return [...sums.values()];
}
