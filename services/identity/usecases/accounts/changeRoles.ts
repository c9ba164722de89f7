import { type AccountId } from '#shared/contracts/ids';
import { type Role } from '#shared/contracts/roles';
import { type Account } from '../../domain/account';
import { identityEvent, type IdentityDeps } from '../deps';
import { changeAccount } from './changeAccount';

/** Gives an account the roles that `change` makes of its own, and tells the others; the same ones change nothing. */
export function changeRoles(
  deps: IdentityDeps,
  accountId: AccountId,
  change: (roles: readonly Role[]) => Role[],
  makeSure?: () => Promise<void>,
): Promise<Account> {
  const decide = ({ roles }: Account) => {
    const changed = change(roles);
    if (changed.length === roles.length) return undefined;
    const event = identityEvent(
      'identity.roles_changed.v1',
      accountId,
      { accountId, roles: changed },
      { now: deps.now() },
    );
    return { change: { roles: changed }, event };
  };
  return changeAccount(deps, accountId, decide, makeSure);
}
