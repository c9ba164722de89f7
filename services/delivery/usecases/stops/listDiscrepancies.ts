import { type CityId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

/** Of a city for operators, otherwise of the caller's own pickup points and routes. */
export async function listDiscrepancies(
  { store }: DeliveryDeps,
  caller: AccountCaller,
  { cityId, ...asked }: PageWish & { readonly cityId?: CityId | undefined },
) {
  if (cityId !== undefined && !holds(caller, 'operator')) throw new Refused('NOT_ALLOWED');
  if (cityId !== undefined) return store.receipts.listDiscrepancies({ cityId }, asked);
  if (!holds(caller, 'leader'))
    return store.receipts.listDiscrepancies({ courierAccountId: caller.accountId }, asked);
  const points = await store.points.ledBy(caller.accountId);
  return store.receipts.listDiscrepancies({ pickupPointId: { $in: points.map(({ _id }) => _id) } }, asked);
}
