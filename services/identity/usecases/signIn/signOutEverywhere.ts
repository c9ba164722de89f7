import { type AccountId } from '#shared/contracts/ids';
import { type IdentityDeps } from '../deps';

/** Ends all sessions of the caller's account, this one too. @returns how many ended */
export const signOutEverywhere = ({ sessions, now }: IdentityDeps, accountId: AccountId): Promise<number> =>
  sessions.endAll(accountId, now());
