import { type AccountId } from '#shared/contracts/ids';
import { type Role } from '#shared/contracts/roles';
import { Refused } from '#shared/kit/domainError';
import { type Account, withoutRole } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { actAsOperator } from './actAsOperator';
import { changeRoles } from './changeRoles';

/**
 * Takes a role from an account and ends its sessions, so that no token carries the role on; sent again it ends those that a crash left.
 * There is always another operator left: whoever takes that role has it and keeps it.
 * @throws {Refused} NOT_FOUND, OWN_ACCOUNT for one's own operator role, NOT_ALLOWED when `by` is no operator any more
 */
export async function revokeRole(
  deps: IdentityDeps,
  accountId: AccountId,
  { role, by }: { role: Role; by: AccountId },
): Promise<Account> {
  if (role === 'operator' && accountId === by) throw new Refused('OWN_ACCOUNT');
  const changed = await changeRoles(
    deps,
    accountId,
    (roles) => withoutRole(roles, role),
    role === 'operator' ? () => actAsOperator(deps, by) : undefined,
  );
  await deps.sessions.endAll(accountId, deps.now());
  return changed;
}
