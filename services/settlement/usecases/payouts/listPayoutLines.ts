import { type Page } from '#shared/contracts/common';
import { type PayoutId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Entry } from '../../domain/ledger/entry';
import { type PayoutDeps } from './deps';
import { getPayout } from './getPayout';

/** The commission that became withdrawable between the payout before and this one. @throws {Refused} NOT_FOUND */
export async function listPayoutLines(
  deps: Pick<PayoutDeps, 'payouts' | 'ledger'>,
  { caller, payoutId }: { readonly caller: AccountCaller; readonly payoutId: PayoutId },
  wish: PageWish,
): Promise<Page<Entry>> {
  const { accountId, coversAfter, coversUntil } = await getPayout(deps, caller, payoutId);
  return deps.ledger.commissionBetween(accountId, { after: coversAfter, until: coversUntil }, wish);
}
