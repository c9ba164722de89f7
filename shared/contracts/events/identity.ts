import { z } from '../zod';
import { AccountId, LeaderApplicationId, PickupPointId } from '../ids';
import { Role } from '../roles';

export const identityEvents = {
  /** After an account was made, by whichever way of signing in. */
  'identity.account_opened.v1': z.object({ accountId: AccountId }),
  /** After an operator granted or took a role; carries all roles that the account now holds. */
  'identity.roles_changed.v1': z.object({ accountId: AccountId, roles: z.array(Role) }),
  /** After an operator approved an application: the account now leads the pickup point. */
  'identity.leader_approved.v1': z.object({
    applicationId: LeaderApplicationId,
    accountId: AccountId,
    pickupPointId: PickupPointId,
    displayName: z.string(),
    phone: z.string(),
  }),
  /** After the person asked for it; what other services keep about the person must be made anonymous. */
  'identity.account_deleted.v1': z.object({ accountId: AccountId }),
};
