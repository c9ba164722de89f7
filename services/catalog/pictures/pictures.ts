import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type mongo } from 'mongoose';
import { type PictureUrls } from '#shared/contracts/catalog/common';
import { type PictureId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { found } from '#shared/kit/domainError';
import { MadeReply } from '#shared/kit/http/handler';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { derivedId } from '#shared/kit/ids';
import { type Picture } from '../domain/range';
import { type EncodedPicture, encodePicture, type PictureSize, pictureSizes } from './encodePicture';
import { type FileStore } from '#shared/kit/files/fileStore';

const keptBytes = 32 * 1024 * 1024;

/** Pictures: taken in, kept in sizes, and given out. */
export function pictures(store: FileStore, collection: mongo.Collection<Picture>) {
  // Decoding takes memory and processor time: two at a time, and not too many waiting.
  const encoding = gather<Buffer, EncodedPicture>({
    name: 'encode pictures',
    maxBatch: 1,
    maxInFlight: 2,
    maxWaiting: 20,
    run: (files) => Promise.allSettled(files.map(encodePicture)),
  });
  const recent = new LRUCache<string, Buffer>({
    maxSize: keptBytes,
    sizeCalculation: (bytes) => bytes.length,
    fetchMethod: (key) => store.get(key),
  });

  return {
    /**
     * Its id follows from its bytes, so that the same picture sent twice is kept once. The document comes last: a picture
     * that is known has all its files.
     */
    async add(bytes: Buffer): Promise<Picture> {
      const pictureId = derivedId('pic', createHash('sha256').update(bytes).digest('hex'));
      const known = await collection.findOne({ _id: pictureId });
      if (known) return known;
      const { files, width, height } = await encoding.add(bytes);
      for (const [size, file] of files) await store.put(keyOf(pictureId, fileOf(size)), file);
      const picture = { _id: pictureId, urls: urlsOf(pictureId), width, height };
      await collection.insertOne(picture).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
      return picture;
    },

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

    close: () => encoding.close(),
  };
}

export type Pictures = ReturnType<typeof pictures>;

const fileOf = (size: PictureSize): string => `${pictureSizes[size]}.webp`;
const keyOf = (pictureId: PictureId, file: string): string => `${pictureId}/${file}`;

function urlsOf(pictureId: PictureId): PictureUrls {
  const url = (size: PictureSize) => `/api/pictures/${keyOf(pictureId, fileOf(size))}`;
  return { small: url('small'), medium: url('medium'), large: url('large') };
}
