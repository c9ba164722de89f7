import { type PhotoId } from '#shared/contracts/ids';
import { type FileStore } from '#shared/kit/files/fileStore';
import { type PhotoDoc } from './documents';
import { type Collections } from './models';

const fileOf = (id: PhotoId) => `${id}.webp`;

/** Photos as files, what is known about them in the database. */
export function photoStore({ photos }: Collections, files: FileStore) {
  return {
    /** The file is whole before anything names it; a file without a document is written again by the retry. */
    async put(photo: PhotoDoc, bytes: Buffer): Promise<void> {
      await files.put(fileOf(photo._id), bytes);
      await photos.updateOne({ _id: photo._id }, { $setOnInsert: photo as object }, { upsert: true });
    },
    find: (id: PhotoId) => photos.findOne({ _id: id }),
    read: (id: PhotoId) => files.get(fileOf(id)),
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
        await files.remove(fileOf(_id));
        await photos.deleteOne({ _id, unusedSince: { $lt: before } });
      }
    },
  };
}
