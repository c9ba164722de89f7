import { type mongo } from 'mongoose';
import { type PictureId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { type Picture } from '../domain/range';

/** What is known of pictures; their bytes are files. */
export const pictureStore = (pictures: mongo.Collection<Picture>) => ({
  find: (pictureId: PictureId) => pictures.findOne({ _id: pictureId }),

  /** The same picture again is no error. */
  async insert(picture: Picture): Promise<void> {
    await pictures.insertOne(picture).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  },
});

export type PictureStore = ReturnType<typeof pictureStore>;
