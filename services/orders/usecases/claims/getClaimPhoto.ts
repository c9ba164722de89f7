import { type PhotoId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type ClaimDeps } from './claimDeps';

/** The file of a photo, for whoever took it, the shopper of its order and operators. @throws {Refused} NOT_FOUND */
export async function getClaimPhoto(
  { claimPhotos, orders }: Pick<ClaimDeps, 'claimPhotos' | 'orders'>,
  caller: AccountCaller,
  photoId: PhotoId,
): Promise<Buffer> {
  const [photo] = await claimPhotos.find([photoId]);
  const { ownerAccountId, orderId } = found(photo);
  const isConcerned =
    ownerAccountId === caller.accountId ||
    holds(caller, 'operator') ||
    (await orders.find(orderId))?.accountId === caller.accountId;
  if (!isConcerned) throw notFound();
  return found(await claimPhotos.read(photoId));
}
