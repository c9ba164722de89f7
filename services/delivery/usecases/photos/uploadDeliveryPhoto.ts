import sharp from 'sharp';
import { type PhotoId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { Refused } from '#shared/kit/domainError';
import { type PhotoDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

const longestSide = 1_600;
/** 50 megapixels: more than a phone takes, less than what would fill the memory. */
const maxPixels = 50_000_000;

/** Turns whatever came into a WebP of bounded size: the right way up, without position or camera data. */
export async function uploadDeliveryPhoto(
  { store, now }: DeliveryDeps,
  id: PhotoId,
  owner: AccountCaller,
  bytes: Buffer,
): Promise<Pick<PhotoDoc, '_id' | 'width' | 'height'>> {
  const { data, info } = await encode(bytes).catch(() => {
    throw new Refused('PHOTO_UNREADABLE');
  });
  const { width, height } = info;
  await store.photos.put(
    { _id: id, ownerAccountId: owner.accountId, width, height, unusedSince: now() },
    data,
  );
  return { _id: id, width, height };
}

/** Rejects for whatever is no picture; `async`, since sharp throws at once when there are no bytes at all. */
const encode = async (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .rotate()
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
