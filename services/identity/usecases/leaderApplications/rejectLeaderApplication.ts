import { type AccountId, type LeaderApplicationId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type LeaderApplication } from '../../domain/leaderApplication';
import { type IdentityDeps } from '../deps';

/** @throws {Refused} NOT_FOUND, APPLICATION_ALREADY_DECIDED */
export async function rejectLeaderApplication(
  { applications, now }: IdentityDeps,
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
