import { Refused } from '#shared/kit/domainError';
import { type Account } from '../../domain/account';
import { type Source } from '../../domain/source';
import { passwordMatches } from '../../tokens/passwords';
import { type IdentityDeps } from '../deps';
import { guess } from './guess';

type Attempt = {
  readonly name: string;
  readonly account: Account | undefined;
  readonly password: string;
  readonly source: Source;
};

/** @throws {Refused} PASSWORD_WRONG, SIGN_IN_LOCKED */
export const provePassword = (
  deps: IdentityDeps,
  { name, account, password, source }: Attempt,
): Promise<void> =>
  guess(deps, {
    name: `password:${name}`,
    source,
    async prove() {
      if (!(await passwordMatches(account?.password?.hash, password))) throw new Refused('PASSWORD_WRONG');
    },
  });
