import { type AccountId } from '#shared/contracts/ids';
import { type Role } from '#shared/contracts/roles';
import { Refused } from '#shared/kit/domainError';
import { type Account, withoutRole, withRole } from '../domain/account';
import { actAsOperator } from './actAsOperator';
import { changeAccount } from './changeAccount';
import { identityEvent, type Needs } from './needs';

/** Gives an account a role; one that it holds changes nothing. @throws {Refused} NOT_FOUND */
export const grantRole = (needs: Needs, accountId: AccountId, role: Role): Promise<Account> =>
  setRoles(needs, accountId, (roles) => withRole(roles, role));

/**
 * Takes a role from an account. There is always another operator left: whoever takes that role has it and keeps it.
 * @throws {Refused} NOT_FOUND, OWN_ACCOUNT for one's own operator role, NOT_ALLOWED when `by` is no operator any more
 */
export function revokeRole(
  needs: Needs,
  accountId: AccountId,
  { role, by }: { role: Role; by: AccountId },
): Promise<Account> {
  if (role === 'operator' && accountId === by) throw new Refused('OWN_ACCOUNT');
  return setRoles(
    needs,
    accountId,
    (roles) => withoutRole(roles, role),
    role === 'operator' ? () => actAsOperator(needs, by) : undefined,
  );
}

function setRoles(
  needs: Needs,
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
      { now: needs.now() },
    );
    return { change: { roles: changed }, event };
  };
  return changeAccount(needs, accountId, decide, makeSure);
}
