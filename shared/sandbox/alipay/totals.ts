import { paidAt } from './objects/trade';
import type { World } from './world';

/** The merchant's sums in fen over what is still remembered, and how much that is. */
export function totalsOf({ store }: World) {
  const totals = { paid: 0, refunded: 0, balance: 0 };
  for (const trade of store.trade.all()) if (paidAt(trade) !== null) totals.paid += trade.total;
  for (const { state, amount } of store.refund.all())
    if (state.kind === 'succeeded') totals.refunded += amount;
  totals.balance = totals.paid - totals.refunded;
  return {
    totals,
    counts: { trades: store.trade.size(), refunds: store.refund.size(), notices: store.notice.size() },
  };
}
