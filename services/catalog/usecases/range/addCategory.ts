import { type BodyOf } from '#shared/contracts/endpoint';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { type CategoryId } from '#shared/contracts/ids';
import { type Category } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND for a picture that nobody uploaded */
export async function addCategory(
  { range }: Pick<CatalogDeps, 'range'>,
  categoryId: CategoryId,
  { pictureId, hidden = false, ...fields }: BodyOf<typeof rangeApi.addCategory>,
): Promise<Category> {
  if (pictureId) await range.picture(pictureId);
  return range.insert('categories', {
    _id: categoryId,
    ...fields,
    ...(pictureId ? { pictureId } : {}),
    hidden,
    version: 1,
  });
}
