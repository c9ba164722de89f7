import { type AccountCaller } from '#shared/kit/http/caller';
import { type OrdersDeps } from '../deps';

/** What the caller earned as a leader, in fen: in all, and what can be withdrawn now. */
export const getCommissionBalance = (
  { ledger, now }: Pick<OrdersDeps, 'ledger' | 'now'>,
  { accountId }: AccountCaller,
): Promise<{ totalFen: number; withdrawableFen: number }> => ledger.balance(accountId, now());
