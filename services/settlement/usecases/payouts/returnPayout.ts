import { type PayoutId } from '#shared/contracts/ids';
import { PayoutActionNotAllowed, recordReturned } from '../../domain/payouts/lifecycle';
import { type Payout } from '../../domain/payouts/payout';
import { attendPayout } from './attendPayout';
import { type PayoutDeps } from './deps';

/**
 * The bank returned the money of a payout that a file carried, be it that it had arrived. What a provider moves, the provider returns.
 * @throws {Refused} NOT_FOUND @throws {PayoutActionNotAllowed}
 */
export async function returnPayout(deps: PayoutDeps, payoutId: PayoutId, reason: string): Promise<Payout> {
  const returned = await deps.payouts.change(payoutId, deps.now(), (payout) => {
    if (payout.current?.fileId === undefined) throw new PayoutActionNotAllowed('return', payout.status);
    return recordReturned(payout, reason, deps.now());
  });
  return attendPayout(deps, returned);
}
