import { LRUCache } from 'lru-cache';
import { type PictureId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type FileStore } from '#shared/kit/files/fileStore';
import { MadeReply } from '#shared/kit/http/handler';
import { type Images } from '#shared/kit/images/images';
import { type Picture } from '../../domain/range';
import { type PictureStore } from '../../storage/pictures';
import { encodePicture } from './encodePicture';
import { keepPicture, keyOf } from './keepPicture';

const keptBytes = 32 * 1024 * 1024;

/** Pictures: taken in, kept in sizes, and given out. */
export function pictures(files: FileStore, store: PictureStore, images: Images) {
  const recent = new LRUCache<string, Buffer>({
    maxSize: keptBytes,
    sizeCalculation: (bytes) => bytes.length,
    fetchMethod: (key) => files.get(key),
  });

  const keep = keepPicture(files, store);

  return {
    /** Takes in a picture and makes its sizes. */
    add: (bytes: Buffer): Promise<Picture> => keep(bytes, () => encodePicture(images, bytes)),

    /** One size of a picture. @throws {Refused} NOT_FOUND */
    async read(pictureId: PictureId, file: string): Promise<MadeReply> {
      const key = keyOf(pictureId, file);
      const bytes = found(recent.get(key) ?? (await recent.fetch(key)));
      return new MadeReply(bytes, {
        'Content-Type': 'image/webp',
        'Cache-Control': 'public, max-age=31536000, immutable',
        ETag: `"${key}"`,
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
    },

    close: () => images.close(),
  };
}

export type Pictures = ReturnType<typeof pictures>;
