import { type EventData } from '#shared/contracts/events';
import { type AccountId } from '#shared/contracts/ids';
import { type Delivery } from '../delivery';
import { leaderLost } from '../points/leaders';

/** An account lost roles: a point is not led, and routes are not planned, by whoever may not. */
export async function rolesChanged(
  delivery: Delivery,
  { accountId, roles }: EventData<'identity.roles_changed.v1'>,
  at: Date,
): Promise<void> {
  if (!roles.includes('leader')) await leaderLost(delivery, accountId, at);
  if (!roles.includes('courier')) await delivery.store.fleet.deactivateCourier(accountId);
}

/** A person left: what names them goes, what happened stays. Each step can be done again. */
export async function accountDeleted(delivery: Delivery, accountId: AccountId, at: Date): Promise<void> {
  await leaderLost(delivery, accountId, at);
  await delivery.store.fleet.forgetCourier(accountId);
  await delivery.store.routes.forgetCourier(accountId);
  await delivery.store.codes.forget(accountId);
}
