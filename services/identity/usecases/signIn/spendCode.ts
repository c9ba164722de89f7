import { Refused } from '#shared/kit/domainError';
import { codesPerHour } from '../../domain/signInLock';
import { type Source } from '../../domain/source';
import { type IdentityDeps } from '../deps';

/**
 * Takes one code of the hour's budgets: of the subscriber who asks, of their network, and of everybody. What one budget refuses is
 * given back to the others, so that a flood from one place leaves the rest to everybody else.
 * @throws {Refused} TOO_MANY_CODES
 */
export async function spendCode(
  { budgets }: Pick<IdentityDeps, 'budgets'>,
  source: Source,
  now: Date,
): Promise<void> {
  const wanted = [
    [`subscriber:${source.subscriber}`, codesPerHour.subscriber],
    [`network:${source.network}`, codesPerHour.network],
    ['everybody', codesPerHour.everybody],
  ] as const;
  const taken: string[] = [];
  for (const [who, max] of wanted) {
    if (!(await budgets.take(who, max, now))) {
      for (const other of taken) await budgets.giveBack(other, now);
      throw new Refused('TOO_MANY_CODES');
    }
    taken.push(who);
  }
}
