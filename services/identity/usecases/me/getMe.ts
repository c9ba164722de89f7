import { type AccountId } from '#shared/contracts/ids';
import { type IdentityDeps } from '../deps';
import { myAccount } from './myAccount';
import { type Me, withApplication } from './withApplication';

/** @throws {Refused} NOT_SIGNED_IN when the account was deleted */
export const getMe = async (deps: IdentityDeps, accountId: AccountId): Promise<Me> =>
  withApplication(deps, await myAccount(deps, accountId));
