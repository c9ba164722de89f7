import { type AccountId, type LeaderApplicationId, type PickupPointId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type LeaderApplication } from '../domain/leaderApplication';
import { type Approved } from '../storage/applications';
import { identityEvent, type Needs } from './needs';
import { grantRole } from './roles';

type Wish = Pick<
  LeaderApplication,
  'name' | 'phone' | 'cityId' | 'place' | 'address' | 'coldStorage' | 'message'
> & { readonly [K in 'pickupPointId' | 'position']?: LeaderApplication[K] | undefined };

/** Files an application under an id that follows from the request. @throws {Refused} APPLICATION_PENDING */
export async function applyAsLeader(
  { accounts, applications, now }: Needs,
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
    displayName,
    appliedAt: now(),
    status: 'pending',
    version: 1,
  };
  if (await applications.add(application)) return application;
  const meanwhile = await applications.byId(applicationId);
  if (!meanwhile) throw new Refused('APPLICATION_PENDING');
  return meanwhile;
}

/**
 * Approves an application: the decision and its event are one write, the role follows. A crash in between leaves `roleDue`, which
 * `giveDueRoles` finds.
 * @throws {Refused} NOT_FOUND, APPLICATION_ALREADY_DECIDED
 */
export async function approveApplication(
  needs: Needs,
  applicationId: LeaderApplicationId,
  { pickupPointId, by }: { pickupPointId: PickupPointId; by: AccountId },
): Promise<LeaderApplication> {
  const { applications, now } = needs;
  const application = found(await applications.byId(applicationId));
  const { accountId, displayName, phone } = application;
  const decidedAt = now();
  const event = identityEvent(
    'identity.leader_approved.v1',
    applicationId,
    { applicationId, accountId, pickupPointId, displayName, phone },
    { now: decidedAt },
  );
  const decision = { status: 'approved', leadsPickupPointId: pickupPointId, roleDue: true } as const;
  const decided = await applications.decide(applicationId, decision, { decidedAt, decidedBy: by, event });
  const after = decided ?? found(await applications.byId(applicationId));
  if (after.status !== 'approved' || after.leadsPickupPointId !== pickupPointId)
    throw new Refused('APPLICATION_ALREADY_DECIDED');
  if (after.roleDue) await giveRole(needs, after);
  return after;
}

/** @throws {Refused} NOT_FOUND, APPLICATION_ALREADY_DECIDED */
export async function rejectApplication(
  { applications, now }: Needs,
  applicationId: LeaderApplicationId,
  { reason, by }: { reason: string; by: AccountId },
): Promise<LeaderApplication> {
  const decided = await applications.decide(
    applicationId,
    { status: 'rejected', rejectedBecause: reason },
    { decidedAt: now(), decidedBy: by },
  );
  const after = decided ?? found(await applications.byId(applicationId));
  if (after.status !== 'rejected' || after.rejectedBecause !== reason)
    throw new Refused('APPLICATION_ALREADY_DECIDED');
  return after;
}

/** Gives the roles that approved applicants are still owed. */
export async function giveDueRoles(needs: Needs): Promise<void> {
  for (const application of await needs.applications.awaitingRole(100)) await giveRole(needs, application);
}

/** An applicant who deleted the account meanwhile needs no role. */
async function giveRole(needs: Needs, { _id, accountId }: Approved): Promise<void> {
  if (await needs.accounts.byId(accountId)) await grantRole(needs, accountId, 'leader');
  await needs.applications.roleGiven(_id);
}
