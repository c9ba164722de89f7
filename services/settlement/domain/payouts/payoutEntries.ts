import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import {
  bankForPayouts,
  type LedgerAccount,
  leaderAccount,
  payoutAccount,
  providerAccount,
} from '../ledger/account';
import { type NewEntry } from '../ledger/entry';
import { chinaDay } from './days';
import { type PayoutWay } from './payee';
import { type FailedTry, type PaidTry, type Payout, type SentTry, type Try } from './payout';

/** Whose money goes out by a way. */
const sources: Readonly<Record<PayoutWay, { account: LedgerAccount; provider?: PaymentProviderName }>> = {
  bank_file: { account: bankForPayouts },
  stripe: { account: providerAccount('stripe'), provider: 'stripe' },
};

/**
 * Every entry that a payout makes, from its own facts: sent, arrived, and come back, once per try. A return after the money had arrived
 * takes it from where it was paid.
 */
export function entriesOfPayout(payout: Payout): NewEntry[] {
  const { failed, current } = payout;
  return [...failed, ...(current ? [current] : [])].flatMap((one) => entriesOfTry(payout, one));
}

function entriesOfTry({ id, accountId }: Payout, one: Try | SentTry | PaidTry | FailedTry): NewEntry[] {
  const { account: source, provider } = sources[one.way];
  const [leader, onItsWay] = [leaderAccount(accountId), payoutAccount(accountId)];
  const entry = (
    kind: 'payout_sent' | 'payout_paid' | 'payout_returned',
    at: Date,
    [from, to]: readonly [LedgerAccount, LedgerAccount],
  ): NewEntry => ({
    cause: `${kind}:${id}/${one.number}`,
    ...{ kind, day: chinaDay(at), at },
    about: { payoutId: id, ...(provider === undefined ? {} : { provider }) },
    postings: [
      { account: from, fen: -one.fen },
      { account: to, fen: one.fen },
    ],
  });
  const sentAt = 'sentAt' in one ? one.sentAt : undefined;
  if (sentAt === undefined) return [];
  const entries = [entry('payout_sent', sentAt, [leader, onItsWay])];
  const paidAt = 'paidAt' in one ? one.paidAt : undefined;
  if (paidAt !== undefined) entries.push(entry('payout_paid', paidAt, [onItsWay, source]));
  if ('returnedAt' in one)
    entries.push(
      entry('payout_returned', one.returnedAt, [paidAt === undefined ? onItsWay : source, leader]),
    );
  return entries;
}
