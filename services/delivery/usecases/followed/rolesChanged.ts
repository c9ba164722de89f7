import { type EventData } from '#shared/contracts/events';
import { type DeliveryDeps } from '../deps';
import { leaderLost } from '../points/leaderLost';

/** An account lost roles: a point is not led, and routes are not planned, by whoever may not. */
export async function rolesChanged(
  deps: DeliveryDeps,
  { accountId, roles }: EventData<'identity.roles_changed.v1'>,
  at: Date,
): Promise<void> {
  if (!roles.includes('leader')) await leaderLost(deps, accountId, at);
  if (!roles.includes('courier')) await deps.store.fleet.deactivateCourier(accountId);
}
