import { type CycleId } from '#shared/contracts/ids';
import { everybodysOf, type LedgerAccount } from './account';
import { type NewEntry, type Posting } from './entry';

/** Names a sum: of an account in all, on one day, or in one cycle. */
export type SumKey = string;

/** Accounts that all others are part of, from the first key to the last: they sum to zero. */
export const wholeLedger = ['all|', 'all|~'] as const;
/** The same for what happened with the orders of one cycle. */
export const wholeCycle = (cycleId: CycleId) => [`${cycleId}|`, `${cycleId}|~`] as const;

/** The account that a key of `wholeLedger` or `wholeCycle` names. */
export const accountIn = (key: SumKey): string => key.slice(key.indexOf('|') + 1);

/** What an account stands at in all. */
export const keyOfAccount = (account: LedgerAccount): SumKey =>
  everybodysOf(account) === undefined || everybodysOf(account) === account
    ? `all|${account}`
    : `own|${account}`;

export const keyOfDay = (account: LedgerAccount, day: string): SumKey => `${account}|${day}`;

/** What an entry adds to each sum that it belongs to. */
export function addends({
  day,
  about,
  postings,
}: Pick<NewEntry, 'day' | 'about' | 'postings'>): Map<SumKey, number> {
  const sums = new Map<SumKey, number>();
  const add = (key: SumKey, fen: number) => sums.set(key, (sums.get(key) ?? 0) + fen);
  for (const { account, fen } of postings) {
    const together = everybodysOf(account) ?? account;
    for (const one of new Set([account, together])) {
      add(keyOfAccount(one), fen);
      add(keyOfDay(one, day), fen);
    }
    if (about.cycleId !== undefined) add(`${about.cycleId}|${together}`, fen);
  }
  return sums;
}

/** `postings` with one posting for each account, and none of nothing. */
export function gathered(postings: readonly Posting[]): Posting[] {
  const byAccount = new Map<LedgerAccount, number>();
  for (const { account, fen } of postings) byAccount.set(account, (byAccount.get(account) ?? 0) + fen);
  return [...byAccount].filter(([, fen]) => fen !== 0).map(([account, fen]) => ({ account, fen }));
}
