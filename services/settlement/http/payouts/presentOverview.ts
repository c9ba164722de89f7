import { cny } from '#shared/contracts/money';
import { type PayoutOverview } from '#shared/contracts/settlement/payoutViews';
import { type Overview } from '../../usecases/payouts/getPayoutOverview';
import { presentHold } from './presentHold';
import { presentPayee } from './presentPayee';

export const presentOverview = (overview: Overview): PayoutOverview => ({
  earned: cny(overview.earnedFen),
  pending: cny(overview.pendingFen),
  withdrawable: cny(overview.withdrawableFen),
  onItsWay: cny(overview.onItsWayFen),
  paid: cny(overview.paidFen),
  held: cny(overview.heldFen),
  holds: overview.holds.map(presentHold),
  askable: cny(overview.askableFen),
  minimum: cny(overview.minimumFen),
  ...(overview.payee ? { payee: presentPayee(overview.payee) } : {}),
  kinds: [...overview.kinds],
});
