import { type AccountId } from '#shared/contracts/ids';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { leaderAccount } from '../../domain/ledger/account';
import { type SettlementDeps } from '../deps';

/** In fen: what a leader earned and was not paid yet, in all, and what of it can be withdrawn. */
export type LeaderBalance = { readonly totalFen: number; readonly withdrawableFen: number };

const maxTries = 100;

/** How a leader stands at `now`. What is posted while it is added up would count on one side only: then it is added up again. */
export async function leaderBalance(
  { ledger }: Pick<SettlementDeps, 'ledger'>,
  leader: AccountId,
  now: Date,
): Promise<LeaderBalance> {
  let totalFen = await ledger.balance(leaderAccount(leader));
  for (let tries = 0; tries < maxTries; tries += 1) {
    const pendingFen = await ledger.pendingCommission(leader, now);
    const after = await ledger.balance(leaderAccount(leader));
    if (after === totalFen) return { totalFen, withdrawableFen: totalFen - pendingFen };
    totalFen = after;
  }
  throw new Overloaded(`read and write the balance of ${leader}`, maxTries);
}
