import { type AccountId } from '#shared/contracts/ids';
import { type Role } from '#shared/contracts/roles';
import { type Account, withRole } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { changeRoles } from './changeRoles';

/** Gives an account a role; one that it holds changes nothing. @throws {Refused} NOT_FOUND */
export const grantRole = (deps: IdentityDeps, accountId: AccountId, role: Role): Promise<Account> =>
  changeRoles(deps, accountId, (roles) => withRole(roles, role));
