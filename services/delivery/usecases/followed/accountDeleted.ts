import { type AccountId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { leaderLost } from '../points/leaderLost';

/** A person left: what names them goes, what happened stays. Each step can be done again. */
export async function accountDeleted(deps: DeliveryDeps, accountId: AccountId, at: Date): Promise<void> {
  await leaderLost(deps, accountId, at);
  await deps.store.fleet.forgetCourier(accountId);
  await deps.store.routes.forgetCourier(accountId);
  await deps.store.codes.forget(accountId);
}
