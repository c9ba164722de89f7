import { type PayoutId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type Payout } from '../../domain/payouts/payout';
import { type PayoutDeps } from './deps';

/** A payout of the caller; any for operators. @throws {Refused} NOT_FOUND */
export async function getPayout(
  { payouts }: Pick<PayoutDeps, 'payouts'>,
  caller: AccountCaller,
  payoutId: PayoutId,
): Promise<Payout> {
  const payout = found(await payouts.find(payoutId));
  if (payout.accountId !== caller.accountId && !holds(caller, 'operator')) throw notFound();
  return payout;
}
