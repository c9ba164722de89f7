import { type OrderId, type PhotoId } from '#shared/contracts/ids';
import { type ClaimPhotoSource } from '#shared/contracts/orders/claimViews';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type ClaimPhoto } from '../../storage/claimPhotoStore';
import { type ClaimDeps } from './claimDeps';
import { orderToClaimFor } from './orderToClaimFor';
import { dayOfNumber } from './dayNumberFor';

/** In pixels. */
const longestSide = 1_600;

type Upload = {
  readonly photoId: PhotoId;
  readonly orderId: OrderId;
  readonly source: ClaimPhotoSource;
  readonly dayNumber?: string | undefined;
  readonly bytes: Buffer;
};

/**
 * Keeps a photo for a claim on an order: the right way up, without position or camera data, with what it looks like; with day and
 * number drawn into one that the camera took on that day.
 * After a crash there may be a file that nothing names: the retry writes it again.
 * @throws {Refused} NOT_FOUND, PHOTO_UNREADABLE, IMAGE_TOO_LARGE
 */
export async function uploadClaimPhoto(
  deps: ClaimDeps,
  caller: AccountCaller,
  { photoId, orderId, source, dayNumber, bytes }: Upload,
): Promise<ClaimPhoto> {
  const { order } = await orderToClaimFor(deps, caller, orderId);
  const day = source === 'camera' ? await dayOfNumber(deps, order, dayNumber) : undefined;
  const stamp = day && `${day.slice('2026-'.length)} ${dayNumber}`;
  const { image, fingerprint } = await deps.images.resizeAndFingerprint(bytes, longestSide, stamp);
  const { width, height } = image;
  const photo: ClaimPhoto = {
    ...{ photoId, orderId, source, numberOfTheDay: day !== undefined, fingerprint, width, height },
    ownerAccountId: caller.accountId,
    takenAt: deps.now(),
  };
  await deps.claimPhotos.put(photo, image.bytes);
  return photo;
}
