import { type AccountId, type LeaderApplicationId, type PickupPointId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type LeaderApplication } from '../../domain/leaderApplication';
import { identityEvent, type IdentityDeps } from '../deps';
import { giveRole } from './giveDueRoles';

/**
 * Approves an application: the decision and its event are one write, the role follows. A crash in between leaves `roleDue`, which
 * `giveDueRoles` finds.
 * @throws {Refused} NOT_FOUND, APPLICATION_ALREADY_DECIDED
 */
export async function approveLeaderApplication(
  deps: IdentityDeps,
  applicationId: LeaderApplicationId,
  { pickupPointId, by }: { pickupPointId: PickupPointId; by: AccountId },
): Promise<LeaderApplication> {
  const { applications, now } = deps;
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
  if (after.roleDue) await giveRole(deps, after);
  return after;
}
