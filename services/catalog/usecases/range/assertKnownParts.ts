import { type CategoryId, type PictureId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type CatalogDeps } from '../deps';

/** The category and the pictures of a product, as far as they are given. @throws {Refused} NOT_FOUND when one is not there */
export async function assertKnownParts(
  { range }: Pick<CatalogDeps, 'range'>,
  categoryId?: CategoryId,
  pictureIds: readonly PictureId[] = [],
): Promise<void> {
  if (categoryId) await range.one('categories', categoryId);
  if ((await range.pictures(pictureIds)).length < pictureIds.length) throw notFound();
}
