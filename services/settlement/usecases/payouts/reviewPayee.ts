import { type AccountId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type Payee, reviewed } from '../../domain/payouts/payee';
import { type PayoutDeps } from './deps';

export type PayeeReview = {
  readonly accountId: AccountId;
  readonly by: AccountId;
  /** As it was looked at. */
  readonly version: number;
  /** Absent: it is verified. */
  readonly declinedBecause?: string;
};

/**
 * Verifies where a leader is paid, or says why not. Told again, it stays as it is.
 * @throws {Refused} NOT_FOUND, PAYOUT_IS_OWN, CHANGED_MEANWHILE
 */
export async function reviewPayee(
  { payees, now }: Pick<PayoutDeps, 'payees' | 'now'>,
  { accountId, by, version, declinedBecause }: PayeeReview,
): Promise<Payee> {
  if (accountId === by) throw new Refused('PAYOUT_IS_OWN');
  const payee = found(await payees.find(accountId));
  const verdict = { by, at: now() };
  const next = reviewed(
    payee,
    declinedBecause === undefined
      ? { ...verdict, verified: true }
      : { ...verdict, verified: false, reason: declinedBecause },
  );
  if (payee.version === version + 1 && isSameVerdict(payee, next)) return payee;
  if (payee.version !== version || !(await payees.write(next, payee))) throw new Refused('CHANGED_MEANWHILE');
  return next;
}

const isSameVerdict = (known: Payee, next: Payee): boolean =>
  known.state === next.state &&
  (known.state === 'verified' ||
    (next.state === 'unverified' && known.declined?.reason === next.declined?.reason));
