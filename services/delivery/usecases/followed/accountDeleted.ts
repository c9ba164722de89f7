import { type EventData } from '#shared/contracts/events';
import { type AccountId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { leaderLost } from '../points/decideLeader';

/** An account lost roles: a point is not led, and routes are not planned, by whoever may not. */
export async function rolesChanged(
  deps: DeliveryDeps,
  { accountId, roles }: EventData<'identity.roles_changed.v1'>,
  at: Date,
): Promise<void> {
  if (!roles.includes('leader')) await leaderLost(deps, accountId, at);
  if (!roles.includes('courier')) await deps.store.fleet.deactivateCourier(accountId);
}

/** A person left: what names them goes, what happened stays. Each step can be done again. */
export async function accountDeleted(deps: DeliveryDeps, accountId: AccountId, at: Date): Promise<void> {
  await leaderLost(deps, accountId, at);
  await deps.store.fleet.forgetCourier(accountId);
  await deps.store.routes.forgetCourier(accountId);
  await deps.store.codes.forget(accountId);
}
