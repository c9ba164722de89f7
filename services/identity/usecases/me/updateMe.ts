import { type AccountId } from '#shared/contracts/ids';
import { type Account } from '../../domain/account';
import { changeAccount } from '../accounts/changeAccount';
import { type IdentityDeps } from '../deps';
import { type Me, withApplication } from './withApplication';

type Wishes = { readonly [K in 'displayName' | 'language' | 'largeType']?: Account[K] | undefined };

/** Changes what is given and leaves the rest. */
export async function updateMe(deps: IdentityDeps, accountId: AccountId, wishes: Wishes): Promise<Me> {
  const change = Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));
  const changed = await changeAccount(deps, accountId, () =>
    Object.keys(change).length > 0 ? { change } : undefined,
  );
  return withApplication(deps, changed);
}
