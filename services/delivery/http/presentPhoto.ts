import { type PhotoDoc } from '../storage/documents';

/** A photo that was taken, with where it is read. */
export const presentPhoto = ({ _id, width, height }: Pick<PhotoDoc, '_id' | 'width' | 'height'>) => ({
  photoId: _id,
  url: `/api/delivery-photos/${_id}`,
  width,
  height,
});
