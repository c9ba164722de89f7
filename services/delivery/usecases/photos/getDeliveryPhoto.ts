import { type PhotoId } from '#shared/contracts/ids';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { found, notFound } from '#shared/kit/domainError';
import { type DeliveryDeps } from '../deps';

/** The file, for whoever took the photo, the courier and the leader of its stop, and operators. */
export async function getDeliveryPhoto(
  { store }: DeliveryDeps,
  id: PhotoId,
  caller: AccountCaller,
): Promise<Buffer> {
  const { ownerAccountId, stop } = found(await store.photos.find(id));
  const isConcerned =
    ownerAccountId === caller.accountId ||
    holds(caller, 'operator') ||
    stop?.courierAccountId === caller.accountId ||
    (stop && (await store.points.find(stop.pickupPointId))?.leader?.accountId === caller.accountId);
  if (!isConcerned) throw notFound();
  return found(await store.photos.read(id));
}
