import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { type Me, withApplication } from '../me/withApplication';
import { beginSession, type IssuedTokens } from './beginSession';

export type SignedIn = {
  readonly me: Me;
  /** Whether the account was opened by this sign-in. */
  readonly opened: boolean;
  readonly tokens: IssuedTokens;
};

/** Signs in the owner of an account, who has proven to be that. @throws {Refused} ACCOUNT_CLOSED */
export async function signIn(
  deps: IdentityDeps,
  account: Account,
  { opened = false } = {},
): Promise<SignedIn> {
  const tokens = await beginSession(deps, account);
  return { me: await withApplication(deps, account), opened, tokens };
}
