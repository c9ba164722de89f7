import { type LeaderApplication as PresentedApplication } from '#shared/contracts/identity/account';
import { type LeaderApplication } from '../domain/leaderApplication';
import { given } from './given';

export const presentApplication = (application: LeaderApplication): PresentedApplication => ({
  applicationId: application._id,
  accountId: application.accountId,
  displayName: application.displayName,
  name: application.name,
  phone: application.phone,
  cityId: application.cityId,
  ...given('pickupPointId', application.pickupPointId),
  place: application.place,
  address: application.address,
  ...given('position', application.position),
  coldStorage: application.coldStorage,
  message: application.message,
  status: application.status,
  appliedAt: application.appliedAt.toISOString(),
  ...(application.status === 'pending' ? {} : { decidedAt: application.decidedAt.toISOString() }),
  ...(application.status === 'approved' ? { leadsPickupPointId: application.leadsPickupPointId } : {}),
  ...(application.status === 'rejected' ? { rejectedBecause: application.rejectedBecause } : {}),
  version: application.version,
});
