import type { World } from './world';

/** The merchant's sums in fen over what is still remembered, and how much that is. */
export function totalsOf({ store }: World) {
  const totals = { paid: 0, refunded: 0, balance: 0 };
  for (const { state, total } of store.trade.all()) if (state.kind === 'SUCCESS') totals.paid += total;
  for (const { state, amount } of store.refund.all())
    if (state.status !== 'CLOSED') totals.refunded += amount;
  totals.balance = totals.paid - totals.refunded;
  return {
    totals,
    counts: { trades: store.trade.size(), refunds: store.refund.size(), notices: store.notice.size() },
  };
}
