import { type PickupPointId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type HandOutState } from '../../storage/pickupCodes';
import { type DeliveryDeps } from '../deps';
import { visiblePoint } from '../points/visiblePoint';

/** The orders of a point in one state, for its leader and operators. */
export async function listHandOuts(
  deps: DeliveryDeps,
  pickupPointId: PickupPointId,
  caller: AccountCaller,
  { state, ...asked }: PageWish & { readonly state: HandOutState },
) {
  await visiblePoint(deps, caller, pickupPointId);
  return deps.store.codes.list(pickupPointId, state, asked);
}
