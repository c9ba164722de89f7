import { type AccountId } from '#shared/contracts/ids';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { type Purse } from '../../domain/payouts/available';
import { leaderAccount } from '../../domain/ledger/account';
import { heldFen } from '../../domain/payouts/hold';
import { type PayoutDeps } from './deps';

const maxTries = 20;

/**
 * What a leader has. The payouts are read before the ledger and again after it: one that came back in between would otherwise count
 * twice, as due and as money of the leader.
 * @param before only payouts with a smaller number are reserved
 */
export async function purseOf(
  { payouts, payoutHolds, ledger, now }: Pick<PayoutDeps, 'payouts' | 'payoutHolds' | 'ledger' | 'now'>,
  accountId: AccountId,
  before = Number.POSITIVE_INFINITY,
): Promise<Purse & { readonly pendingFen: number }> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const reserved = await payouts.reserved(accountId);
    const balanceFen = await ledger.balance(leaderAccount(accountId));
    const pendingFen = await ledger.pendingCommission(accountId, now());
    const stoodStill =
      (await ledger.balance(leaderAccount(accountId))) === balanceFen &&
      JSON.stringify(await payouts.reserved(accountId)) === JSON.stringify(reserved);
    if (!stoodStill) continue;
    const reservedFen = reserved
      .filter(({ number }) => number < before)
      .reduce((sum, { fen }) => sum + fen, 0);
    return {
      withdrawableFen: balanceFen - pendingFen,
      pendingFen,
      reservedFen,
      heldFen: heldFen(await payoutHolds.active(accountId, now()), now()),
    };
  }
  throw new Overloaded(`read and write the payouts of ${accountId}`, maxTries);
}
