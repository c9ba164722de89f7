import { mortalWrites } from '../../../../tests/support/faults/mortalWrites';
import { testDatabase } from '../../../../tests/support/database';
import { anId } from '../../../../tests/support/anId';
import { type AccountId } from '#shared/contracts/ids';
import { type Account } from '../../domain/account';
import { accountStore } from '../../storage/accountStore';
import { sessionStore } from '../../storage/sessionStore';
import { signInTryStore } from '../../storage/signInTryStore';
import { hashPassword, passwordMatches } from '../../tokens/passwords';
import { resetPassword } from './resetPassword';

const mortal = mortalWrites();
const now = () => new Date('2026-03-01T08:00:00.000Z');

test.each(['before', 'after'] as const)(
  'a command that dies %s any of its writes leaves one password that counts, and done again leaves no session',
  async (when) => {
    const { connection } = await testDatabase('reset');
    const deps = {
      accounts: accountStore(connection, () => undefined),
      sessions: sessionStore(connection),
      tries: signInTryStore(connection),
      now,
      random: Math.random,
    };
    const sessions = connection.collection('sessions');
    const tries = connection.collection('sign_in_tries');
    const old = await hashPassword('the-old-one-9');
    let [died, at] = [true, 0];
    for (; died; at += 1) {
      const id = anId(`acc_${when}${at}`) as AccountId;
      const username = `boss${at}${when}`;
      const account = { _id: id, username, displayName: '运营', roles: ['operator'], language: 'zh-CN' };
      const password = { hash: old, mustChange: false };
      await deps.accounts.open({ ...account, password } as unknown as Account, { _id: `e${id}` } as never);
      await sessions.insertOne({
        _id: `ses_${id}` as never,
        accountId: id,
        expiresAt: new Date('2027-01-01'),
      });
      await deps.tries.take(`password:${username} strangers`, now());
      const works = async (typed: string) => {
        const stored = (await deps.accounts.byIds([id]))[0]?.password;
        return passwordMatches(stored?.hash, typed);
      };
      died = await mortal.dies(when, at, () => resetPassword(deps, id, 'the-first-new-1'));
      expect([at, await works('the-old-one-9')]).toEqual([at, !(await works('the-first-new-1'))]);

      await resetPassword(deps, id, 'the-second-new-2');
      expect([at, await works('the-second-new-2'), await works('the-first-new-1')]).toEqual([
        at,
        true,
        false,
      ]);
      const open = await sessions.countDocuments({ accountId: id, endedAt: { $exists: false } });
      expect([at, open]).toEqual([at, 0]);
      expect([at, await tries.countDocuments({ _id: { $regex: username } as never })]).toEqual([at, 0]);
    }
    expect(at).toBeGreaterThan(2);
  },
);
