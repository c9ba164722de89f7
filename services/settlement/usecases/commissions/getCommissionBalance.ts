import { type AccountCaller } from '#shared/kit/http/caller';
import { type SettlementDeps } from '../deps';
import { leaderBalance, type LeaderBalance } from './leaderBalance';

/** What the caller earned as a leader and was not paid yet. */
export const getCommissionBalance = (
  deps: Pick<SettlementDeps, 'ledger' | 'now'>,
  { accountId }: AccountCaller,
): Promise<LeaderBalance> => leaderBalance(deps, accountId, deps.now());
