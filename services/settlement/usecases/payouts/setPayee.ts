import { Refused } from '#shared/kit/domainError';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { leaderAccount } from '../../domain/ledger/account';
import { type Payee, type PayeeDetails, wayTo, withDetails } from '../../domain/payouts/payee';
import { type Leader, type PayoutDeps } from './deps';
import { isOffered } from './offeredKinds';

const maxTries = 20;

/**
 * Keeps where a leader is to be paid; other details than before are unverified. The city is the one where the leader earned last.
 * @throws {Refused} PAYOUT_WAY_NOT_OFFERED, NOTHING_EARNED_YET
 */
export async function setPayee(
  deps: Pick<PayoutDeps, 'payees' | 'ledger' | 'transports' | 'now'>,
  { accountId }: Leader,
  details: PayeeDetails,
): Promise<Payee> {
  if (!isOffered(deps, wayTo(details))) throw new Refused('PAYOUT_WAY_NOT_OFFERED');
  const { items } = await deps.ledger.entriesOf({ account: leaderAccount(accountId) }, { limit: 10 });
  const cityId = items.find((entry) => entry.cityId)?.cityId;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await deps.payees.find(accountId);
    const city = cityId ?? known?.cityId;
    if (city === undefined) throw new Refused('NOTHING_EARNED_YET');
    const next = withDetails(known, { accountId, cityId: city, details }, deps.now());
    if (next === known || (await deps.payees.write(next, known))) return next;
  }
  throw new Overloaded(`read and write where ${accountId} is paid`, maxTries);
}
