import { Refused } from '#shared/kit/domainError';
import { codesPerHour, codesPerPhone } from '../../domain/signInLock';
import { type Source } from '../../domain/source';
import { type CodeBudget } from '../../storage/codeBudgetStore';
import { type IdentityDeps } from '../deps';

/**
 * Takes one code of the budgets: of the subscriber who asks, of their network, of everybody, and of the phone, unless the subscriber has
 * signed in with it before: strangers cannot use up its owner's. What one budget refuses is given back to the others, so that a
 * flood from one place leaves the rest to everybody else.
 * @returns gives all of it back, of a code that was not sent
 * @throws {Refused} TOO_MANY_CODES
 */
export async function spendCode(
  { budgets, tries }: Pick<IdentityDeps, 'budgets' | 'tries'>,
  { phone, source, now }: { phone: string; source: Source; now: Date },
): Promise<() => Promise<void>> {
  const isOwner = await tries.isKnown(`phone:${phone}`, source.subscriber, now);
  const wanted: CodeBudget[] = [
    { who: `subscriber:${source.subscriber}`, max: codesPerHour.subscriber, per: 'hour' },
    { who: `network:${source.network}`, max: codesPerHour.network, per: 'hour' },
    { who: 'everybody', max: codesPerHour.everybody, per: 'hour' },
    ...(isOwner
      ? []
      : (['hour', 'day'] as const).map((per) => ({ who: `phone:${phone}`, max: codesPerPhone[per], per }))),
  ];
  const taken: CodeBudget[] = [];
  const giveBack = async () => {
    for (const budget of taken) await budgets.giveBack(budget, now);
  };
  for (const budget of wanted) {
    if (!(await budgets.take(budget, now))) {
      await giveBack();
      throw new Refused('TOO_MANY_CODES');
    }
    taken.push(budget);
  }
  return giveBack;
}
