import { cny } from '#shared/contracts/money';
import { type PayoutHoldView } from '#shared/contracts/settlement/payoutViews';
import { type Hold } from '../../domain/payouts/hold';

export const presentHold = (hold: Hold): PayoutHoldView => ({
  holdId: hold.id,
  accountId: hold.accountId,
  amount: cny(hold.fen),
  reason: hold.reason,
  ...(hold.orderId === undefined ? {} : { orderId: hold.orderId }),
  placedAt: hold.placedAt.toISOString(),
  until: hold.until.toISOString(),
  ...(hold.released ? { releasedAt: hold.released.at.toISOString() } : {}),
});
