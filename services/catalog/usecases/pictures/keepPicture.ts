import { createHash } from 'node:crypto';
import { type PictureUrls } from '#shared/contracts/catalog/common';
import { type PictureId } from '#shared/contracts/ids';
import { type FileStore } from '#shared/kit/files/fileStore';
import { derivedId } from '#shared/kit/ids';
import { type Picture } from '../../domain/range';
import { type PictureStore } from '../../storage/pictures';
import { type EncodedPicture, type PictureSize, pictureSizes } from './encodePicture';

/**
 * Keeps pictures in all their sizes, which are made only when a picture is new. Its id follows from its bytes, so that the same
 * picture sent twice is kept once. The document comes last: a picture that is known has all its files.
 */
export const keepPicture =
  (files: FileStore, pictures: PictureStore) =>
  async (bytes: Buffer, inAllSizes: () => Promise<EncodedPicture>): Promise<Picture> => {
    const pictureId = derivedId('pic', createHash('sha256').update(bytes).digest('hex'));
    const known = await pictures.find(pictureId);
    if (known) return known;
    const { files: sizes, width, height } = await inAllSizes();
    for (const [size, file] of sizes) await files.put(keyOf(pictureId, fileOf(size)), file);
    const picture = { _id: pictureId, urls: urlsOf(pictureId), width, height };
    await pictures.insert(picture);
    return picture;
  };

const fileOf = (size: PictureSize): string => `${pictureSizes[size]}.webp`;

/** Where the file of a picture lies in the store. */
export const keyOf = (pictureId: PictureId, file: string): string => `${pictureId}/${file}`;

function urlsOf(pictureId: PictureId): PictureUrls {
  const url = (size: PictureSize) => `/api/pictures/${keyOf(pictureId, fileOf(size))}`;
  return { small: url('small'), medium: url('medium'), large: url('large') };
}
