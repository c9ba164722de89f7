import { type AccountId } from '#shared/contracts/ids';
import { hashPassword } from '../../tokens/passwords';
import { type IdentityDeps } from '../deps';
import { changeAccount } from './changeAccount';

type Deps = Pick<IdentityDeps, 'accounts' | 'sessions' | 'tries' | 'now' | 'random'>;
type Chosen =
  | { readonly accountId: AccountId; readonly username: string }
  | { /** User names of all who could be meant. */ readonly among: readonly string[] };

/** The operator with this user name; without one the only operator there is. */
export async function chooseOperator({ accounts }: Deps, username?: string): Promise<Chosen> {
  const named = (await accounts.operators()).flatMap((account) =>
    account.username === undefined ? [] : [{ accountId: account._id, username: account.username }],
  );
  const meant =
    username === undefined ? named : named.filter((one) => one.username === username.toLowerCase());
  const [only, ...others] = meant;
  return only !== undefined && others.length === 0 ? only : { among: named.map((one) => one.username) };
}

/** Gives an operator a first password anew: it must be changed, all sessions end, and earlier guesses are forgotten. */
export async function resetPassword(deps: Deps, accountId: AccountId, password: string): Promise<void> {
  const hash = await hashPassword(password);
  const { username } = await changeAccount(deps, accountId, () => ({
    change: { password: { hash, mustChange: true } },
  }));
  await deps.sessions.endAll(accountId, deps.now());
  if (username !== undefined) await deps.tries.forget(`password:${username} strangers`);
}
