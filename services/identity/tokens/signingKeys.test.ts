import { accessTokenVerifier } from '#shared/kit/auth/accessTokens';
import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { type Account } from '../domain/account';
import { signingKeyStore } from '../storage/signingKeyStore';
import { signAccessToken } from './accessTokens';
import { signingKeys } from './signingKeys';

test('replaced keys are withdrawn everywhere: what they signed counts no more, and new tokens do', async () => {
  const { connection } = await testDatabase();
  let now = new Date('2026-03-01T08:00:00.000Z');
  const clock = () => now;
  const [process1, process2] = [1, 2].map(() => signingKeys(signingKeyStore(connection), clock)) as [
    ReturnType<typeof signingKeys>,
    ReturnType<typeof signingKeys>,
  ];
  const account = { _id: 'acc_1', roles: ['shopper'], status: 'open' } as unknown as Account;
  const sign = (keys: typeof process1) => signAccessToken(keys, account, anId('ses_1'), now);
  const verify = accessTokenVerifier(
    () => process2.publicKeys(),
    clock,
    () => Promise.resolve(false),
  );
  const old = await sign(process1);
  await process2.rotate();
  await expect(verify(old.token)).resolves.toMatchObject({ accountId: 'acc_1' });

  expect(await process1.replaceAll()).toBe(2);
  const fresh = await sign(process1);
  await process2.rotate();
  now = new Date(now.getTime() + 40_000);
  await expect(verify(old.token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  for (const { token } of [fresh, await sign(process2)])
    await expect(verify(token)).resolves.toMatchObject({ accountId: 'acc_1' });
});
