import { type PickupPointId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';
import { assertLeads } from './findPresented';

/** Everything that is ready at a point, for a phone without a signal. */
export async function getHandOutList(
  { store, ...deps }: DeliveryDeps,
  pickupPointId: PickupPointId,
  caller: AccountCaller,
  asked: PageWish,
) {
  await assertLeads({ store }, { leader: caller.accountId, pickupPointId });
  return { ...(await store.codes.list(pickupPointId, 'ready', asked)), issuedAt: deps.now() };
}
