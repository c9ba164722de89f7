import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type PhotoId } from '#shared/contracts/ids';
import { type PhotoDoc } from './documents';
import { type Collections } from './models';

/** Photos as files in one folder, what is known about them in the database. */
export function photoStore({ photos }: Collections, folder: string) {
  const fileOf = (id: PhotoId) => join(folder, `${id}.webp`);
  return {
    /** The file is whole on disk before anything names it; a file without a document is written again by the retry. */
    async put(photo: PhotoDoc, bytes: Buffer): Promise<void> {
      await mkdir(folder, { recursive: true });
      const draft = `${fileOf(photo._id)}.${process.pid}.draft`;
      const file = await open(draft, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, fileOf(photo._id));
      await photos.updateOne({ _id: photo._id }, { $setOnInsert: photo as object }, { upsert: true });
    },
    find: (id: PhotoId) => photos.findOne({ _id: id }),
    read: (id: PhotoId) => readFile(fileOf(id)),
    /** Says what a photo of this account shows; false when they took no such photo. */
    async attach(
      id: PhotoId,
      owner: PhotoDoc['ownerAccountId'],
      stop: NonNullable<PhotoDoc['stop']>,
    ): Promise<boolean> {
      const { matchedCount } = await photos.updateOne(
        {
          _id: id,
          ownerAccountId: owner,
          $or: [{ stop: { $exists: false } }, { 'stop.stopId': stop.stopId }],
        },
        { $set: { stop }, $unset: { unusedSince: '' } },
      );
      return matchedCount === 1;
    },
    /** Drops what nobody named. The file goes first: a document without a file is found again. */
    async dropUnused(before: Date): Promise<void> {
      const found = await photos
        .find({ unusedSince: { $lt: before } })
        .limit(100)
        .toArray();
      for (const { _id } of found) {
        await rm(fileOf(_id), { force: true });
        await photos.deleteOne({ _id, unusedSince: { $lt: before } });
      }
    },
  };
}
