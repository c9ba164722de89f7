import { type BodyOf } from '#shared/contracts/endpoint';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { type CategoryId } from '#shared/contracts/ids';
import { type Category } from '../../domain/range';
import { type RangeStore } from '../../storage/range';

type Fields = BodyOf<typeof rangeApi.addCategory>;
type Changes = BodyOf<typeof rangeApi.changeCategory>;

/** Categories and the order in which they are shown. */
export const manageCategories = (range: RangeStore) => ({
  async add(categoryId: CategoryId, { pictureId, hidden = false, ...fields }: Fields): Promise<Category> {
    if (pictureId) await range.picture(pictureId);
    return range.insert('categories', {
      _id: categoryId,
      ...fields,
      ...(pictureId ? { pictureId } : {}),
      hidden,
      version: 1,
    });
  },

  async change(categoryId: CategoryId, { version, ...changes }: Changes): Promise<Category> {
    if (changes.pictureId) await range.picture(changes.pictureId);
    return range.edit('categories', categoryId, version, changes);
  },
});
