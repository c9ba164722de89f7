import { type AccountId, type LeaderApplicationId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { isDefaultDisplayName } from '../../domain/account';
import { type LeaderApplication } from '../../domain/leaderApplication';
import { type IdentityDeps } from '../deps';

type Wish = Pick<
  LeaderApplication,
  'name' | 'phone' | 'cityId' | 'place' | 'address' | 'coldStorage' | 'message'
> & { readonly [K in 'pickupPointId' | 'position']?: LeaderApplication[K] | undefined };

/** Files an application under an id that follows from the request. @throws {Refused} APPLICATION_PENDING */
export async function applyAsLeader(
  { accounts, applications, now }: IdentityDeps,
  applicationId: LeaderApplicationId,
  accountId: AccountId,
  wish: Wish,
): Promise<LeaderApplication> {
  const before = await applications.byId(applicationId);
  if (before) return before;
  const { displayName } = found(await accounts.byId(accountId));
  const { pickupPointId, position, ...rest } = wish;
  const application: LeaderApplication = {
    ...rest,
    ...(pickupPointId === undefined ? {} : { pickupPointId }),
    ...(position === undefined ? {} : { position }),
    _id: applicationId,
    accountId,
    // Neighbours go to somebody with a name.
    displayName: isDefaultDisplayName(displayName) ? wish.name : displayName,
    appliedAt: now(),
    status: 'pending',
    version: 1,
  };
  if (await applications.add(application)) return application;
  const meanwhile = await applications.byId(applicationId);
  if (!meanwhile) throw new Refused('APPLICATION_PENDING');
  return meanwhile;
}
