import { type OrdersDeps } from '../deps';

export type AccountBalance = { readonly account: string; readonly fen: number; readonly entries: number };

/** The balance of every account of the ledger. */
export const getTrialBalance = ({ ledger }: Pick<OrdersDeps, 'ledger'>): Promise<AccountBalance[]> =>
  ledger.accounts();
