import { type Approved } from '../../storage/applicationStore';
import { grantRole } from '../accounts/grantRole';
import { type IdentityDeps } from '../deps';

/** Gives the roles that approved applicants are still owed. */
export async function giveDueRoles(deps: IdentityDeps): Promise<void> {
  for (const application of await deps.applications.awaitingRole(100)) await giveRole(deps, application);
}

/** An applicant who deleted the account meanwhile deps no role. */
export async function giveRole(deps: IdentityDeps, { _id, accountId }: Approved): Promise<void> {
  if (await deps.accounts.byId(accountId)) await grantRole(deps, accountId, 'leader');
  await deps.applications.roleGiven(_id);
}
