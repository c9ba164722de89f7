import { type Approved } from '../../storage/applicationStore';
import { grantRole } from '../accounts/grantRole';
import { type IdentityDeps } from '../deps';

/** Gives the roles that approved applicants are still owed. Answers whether there were any. */
export async function giveDueRoles(deps: IdentityDeps): Promise<boolean> {
  const owed = await deps.applications.awaitingRole(100);
  for (const application of owed) await giveRole(deps, application);
  return owed.length > 0;
}

/** An applicant who deleted the account meanwhile deps no role. */
export async function giveRole(deps: IdentityDeps, { _id, accountId }: Approved): Promise<void> {
  if (await deps.accounts.byId(accountId)) await grantRole(deps, accountId, 'leader');
  await deps.applications.roleGiven(_id);
}
