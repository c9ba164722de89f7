import { everybodysOf, type LedgerAccount } from './account';
import { type NewEntry, type Posting } from './entry';

/** What is summed up: an account, or an account on one day. */
export type SumKey = string;

export const keyOfDay = (account: LedgerAccount, day: string): SumKey => `${account}|${day}`;

/** What an entry adds to each sum that it belongs to. */
export function addends({ day, postings }: Pick<NewEntry, 'day' | 'postings'>): Map<SumKey, number> {
  const all = new Map<SumKey, number>();
  const add = (account: LedgerAccount, fen: number) => {
    for (const key of [account, keyOfDay(account, day)]) all.set(key, (all.get(key) ?? 0) + fen);
  };
  for (const { account, fen } of postings) {
    add(account, fen);
    const together = everybodysOf(account);
    if (together !== undefined) add(together, fen);
  }
  return all;
}

/** `postings` with one posting for each account, and none of nothing. */
export function gathered(postings: readonly Posting[]): Posting[] {
  const byAccount = new Map<LedgerAccount, number>();
  for (const { account, fen } of postings) byAccount.set(account, (byAccount.get(account) ?? 0) + fen);
  return [...byAccount].filter(([, fen]) => fen !== 0).map(([account, fen]) => ({ account, fen }));
}
