import { type JSONWebKeySet } from 'jose';
import { testDatabase } from '../../../tests/support/database';
import { Unreachable } from '../client/remoteProblem';
import { keptKeys } from './keptKeys';

const set = (kid: string): JSONWebKeySet => ({ keys: [{ kid, kty: 'OKP', crv: 'Ed25519', x: kid }] });

test('a process that starts while identity is away knows the keys that another one read, as long as tokens live', async () => {
  const { connection } = await testDatabase('kept_keys');
  let at = new Date('2026-03-01T12:00:00.000Z');
  let published: JSONWebKeySet | undefined;
  const aProcess = () =>
    keptKeys(
      connection,
      () => (published ? Promise.resolve(published) : Promise.reject(new Unreachable('identity', 'gone'))),
      () => at,
    );
  await expect(aProcess()()).rejects.toThrow(Unreachable);
  published = set('a');
  const old = aProcess();
  expect(await old()).toEqual(set('a'));
  published = set('b');
  expect(await aProcess()()).toEqual(set('b'));

  published = undefined;
  expect(await aProcess()()).toEqual(set('b'));
  // It remembers by itself what it has read, and must not be led back by what another process wrote down.
  await expect(old()).rejects.toThrow(Unreachable);
  at = new Date(at.getTime() + 10 * 60_000 + 1);
  await expect(aProcess()()).rejects.toThrow(Unreachable);
});
