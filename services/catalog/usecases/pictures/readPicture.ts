import { type PictureId } from '#shared/contracts/ids';
import { type MadeReply } from '#shared/kit/http/handler';
import { type CatalogDeps } from '../deps';

/** One size of a picture. @throws {Refused} NOT_FOUND */
export const readPicture = (
  { pictures }: Pick<CatalogDeps, 'pictures'>,
  pictureId: PictureId,
  file: string,
): Promise<MadeReply> => pictures.read(pictureId, file);
