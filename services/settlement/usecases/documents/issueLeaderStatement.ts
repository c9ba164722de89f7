import { Refused } from '#shared/kit/domainError';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type AccountId } from '#shared/contracts/ids';
import { type Document } from '../../domain/documents/document';
import { type LeaderMonth, leaderStatementOf } from '../../domain/documents/leaderStatement';
import { daysOf, isOver } from '../../domain/documents/period';
import { leaderAccount } from '../../domain/ledger/account';
import { type SettlementDeps } from '../deps';
import { issueStatement } from './issueStatement';
import { sumOfDays } from './sumOfDays';

type Deps = Pick<SettlementDeps, 'documents' | 'ledger' | 'now'>;

/** The caller's statement of a month. @throws {Refused} PERIOD_NOT_OVER */
export async function issueLeaderStatement(
  deps: Deps,
  { accountId }: AccountCaller,
  month: string,
): Promise<Document> {
  if (!isOver(daysOf(month), deps.now())) throw new Refused('PERIOD_NOT_OVER');
  return issueStatement(deps, leaderStatementOf(await monthOf(deps, accountId, month)));
}

const maxTries = 10;

/** Read until its lines add up to its balances: an entry may be written down between the reads. */
async function monthOf(deps: Deps, leader: AccountId, month: string): Promise<LeaderMonth> {
  const account = leaderAccount(leader);
  const days = daysOf(month);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const sumFen = await sumOfDays(deps, account, days);
    const openingFen = await deps.ledger.balanceBefore(account, days.from);
    const entries = await deps.ledger.entriesOfDays(account, days);
    const linesFen = entries
      .flatMap(({ postings }) => postings)
      .reduce((sum, one) => (one.account === account ? sum + one.fen : sum), 0);
    if (linesFen === sumFen) return { leader, month, openingFen, closingFen: openingFen + sumFen, entries };
  }
  throw new Overloaded('read a month of the ledger', maxTries);
}
