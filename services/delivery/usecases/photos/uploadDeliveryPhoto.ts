import { type PhotoId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PhotoDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

/** In pixels. */
const longestSide = 1_600;

/** Turns whatever came into a WebP of bounded size: the right way up, without position or camera data. */
export async function uploadDeliveryPhoto(
  { store, images, now }: DeliveryDeps,
  id: PhotoId,
  owner: AccountCaller,
  bytes: Buffer,
): Promise<Pick<PhotoDoc, '_id' | 'width' | 'height'>> {
  const [photo] = await images.resize(bytes, [longestSide]);
  const { width, height } = photo;
  await store.photos.put(
    { _id: id, ownerAccountId: owner.accountId, width, height, unusedSince: now() },
    photo.bytes,
  );
  return { _id: id, width, height };
}
