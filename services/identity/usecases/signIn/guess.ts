import { Refused } from '#shared/kit/domainError';
import { freeTriesOfStrangers } from '../../domain/signInLock';
import { type Source } from '../../domain/source';
import { type IdentityDeps } from '../deps';

type Guess<Proof> = {
  /** Whose secret it is: `password:boss`. */
  readonly name: string;
  readonly source: Source;
  /** Looks at the secret; throws when it is wrong. */
  readonly prove: () => Promise<Proof>;
};

/**
 * Lets somebody try a secret. Who guesses is held up, not the owner: tries count for each subscriber apart. Strangers count together
 * as well, since one may guess from many addresses; a subscriber who signed in before is not held up by them.
 * @throws {Refused} SIGN_IN_LOCKED, and what `prove` throws
 */
export async function guess<Proof>(
  { tries, now }: Pick<IdentityDeps, 'tries' | 'now'>,
  { name, source, prove }: Guess<Proof>,
): Promise<Proof> {
  const { subscriber } = source;
  const own = `${name} ${subscriber}`;
  const strangers = `${name} strangers`;
  if (!(await tries.take(own, now()))) throw new Refused('SIGN_IN_LOCKED');
  const isKnown = await tries.isKnown(name, subscriber, now());
  if (!isKnown && !(await tries.take(strangers, now(), freeTriesOfStrangers)))
    throw new Refused('SIGN_IN_LOCKED');
  const proof = await prove();
  await Promise.all([tries.forget(own), tries.know(name, subscriber, now())]);
  return proof;
}
