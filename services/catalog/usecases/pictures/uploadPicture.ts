import { type Picture } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** Takes in a picture; the same bytes again are the same picture. @throws {Refused} PICTURE_UNREADABLE, IMAGE_TOO_LARGE */
export const uploadPicture = ({ pictures }: Pick<CatalogDeps, 'pictures'>, bytes: Buffer): Promise<Picture> =>
  pictures.add(bytes);
