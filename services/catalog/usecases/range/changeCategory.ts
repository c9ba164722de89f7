import { type BodyOf } from '#shared/contracts/endpoint';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { type CategoryId } from '#shared/contracts/ids';
import { type Category } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} CHANGED_MEANWHILE, NOT_FOUND also for a picture that nobody uploaded */
export async function changeCategory(
  { range }: Pick<CatalogDeps, 'range'>,
  categoryId: CategoryId,
  { version, ...changes }: BodyOf<typeof rangeApi.changeCategory>,
): Promise<Category> {
  if (changes.pictureId) await range.picture(changes.pictureId);
  return range.edit('categories', categoryId, version, changes);
}
