import { type AccountId } from '#shared/contracts/ids';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { type Account } from '../../domain/account';
import { accountStore } from '../../storage/accountStore';
import { sessionStore } from '../../storage/sessionStore';
import { anId } from '../../../../tests/support/anId';
import { testDatabase } from '../../../../tests/support/database';
import { closeAccount } from './closeAccount';
import { type IdentityDeps } from '../deps';
import { revokeRole } from './revokeRole';

type Ending = (process: IdentityDeps, whose: AccountId, by: AccountId) => Promise<Account>;
const dismiss: Ending = (process, whose, by) => revokeRole(process, whose, { role: 'operator', by });

/** As many operators, each served by a process of its own. */
async function operators(count: number) {
  const { connection } = await testDatabase('operators');
  const all = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const process = {
        accounts: accountStore(connection, () => undefined),
        sessions: sessionStore(connection),
        now: () => new Date('2026-03-01T08:00:00.000Z'),
        random: Math.random,
      } as IdentityDeps;
      const _id = anId(`acc_${at}`) as AccountId;
      const account = { _id, displayName: '运营', roles: ['shopper', 'operator'], language: 'zh-CN' };
      await process.accounts.open(account as unknown as Account, { _id: `e${at}` } as never);
      return { process, id: _id };
    }),
  );
  const left = async () =>
    (await all[0]!.process.accounts.byIds(all.map(({ id }) => id))).filter(
      ({ roles, status }) => roles.includes('operator') && status === 'open',
    ).length;
  return { all, left };
}

describe.each<[string, number, readonly Ending[]]>([
  ['two who take the role from each other', 2, [dismiss]],
  ['two who close each other’s account', 2, [closeAccount]],
  ['two, one of whom takes the role and one closes the account', 2, [dismiss, closeAccount]],
  ['three in a ring', 3, [dismiss]],
])('%s', (_, count, endings) => {
  test('leave one operator, whoever was quicker', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { all, left } = await operators(count);
      const ended = await Promise.allSettled(
        all.map(({ process, id }, at) =>
          endings[at % endings.length]!(process, all[(at + 1) % count]!.id, id),
        ),
      );
      const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(refused.every((error) => isRefusal(error, 'NOT_ALLOWED'))).toBe(true);
      expect(await left()).toBe(refused.length);
      expect(refused.length).toBeGreaterThan(0);
    }
  });
});

test('whoever is no operator any more ends no other, however long the access token lives', async () => {
  const { all, left } = await operators(2);
  const [first, second] = all as [(typeof all)[0], (typeof all)[0]];
  await dismiss(first.process, second.id, first.id);
  for (const ending of [dismiss, closeAccount])
    await expect(ending(second.process, first.id, second.id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await left()).toBe(1);
});
