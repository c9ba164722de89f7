import { type z } from '#shared/contracts/zod';
import { type Picture as PictureReply } from '#shared/contracts/catalog/pictures';
import { type Picture } from '../domain/range';

export const presentPicture = ({ _id, urls, width, height }: Picture): z.input<typeof PictureReply> => ({
  pictureId: _id,
  urls,
  width,
  height,
});
