import { type AccountId } from '#shared/contracts/ids';
import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { setStatus } from './setStatus';

/** Lets a closed account sign in again. @throws {Refused} NOT_FOUND */
export const reopenAccount = (deps: IdentityDeps, accountId: AccountId): Promise<Account> =>
  setStatus(deps, accountId, 'open');
