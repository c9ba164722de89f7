import { type Category as CategoryReply } from '#shared/contracts/catalog/range';
import { type Category, type Picture } from '../domain/range';

export const presentCategory = (category: Category, pictures: readonly Picture[]): CategoryReply => {
  const picture = pictures.find(({ _id }) => _id === category.pictureId);
  const { _id, name, position, hidden, version } = category;
  return { categoryId: _id, name, position, hidden, version, ...(picture ? { picture: picture.urls } : {}) };
};
