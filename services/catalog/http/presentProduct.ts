import { type ProductPicture } from '#shared/contracts/catalog/common';
import { type Product as ProductReply } from '#shared/contracts/catalog/products';
import { type Picture, type Product, type Sku } from '../domain/range';
import { presentSku } from './presentSku';

export const presentProduct = (
  product: Product,
  skus: readonly Sku[],
  pictures: readonly Picture[],
): ProductReply => ({
  productId: product._id,
  categoryId: product.categoryId,
  title: product.title,
  description: product.description,
  storageAdvice: product.storageAdvice,
  keywords: [...product.keywords],
  pictures: picturesOf(product, pictures),
  temperature: product.temperature,
  fresh: product.fresh,
  skus: skus.filter(({ productId }) => productId === product._id).map(presentSku),
  version: product.version,
});

export const picturesOf = (
  { pictureIds, pictureAlts = [] }: Product,
  pictures: readonly Picture[],
): ProductPicture[] =>
  pictureIds.flatMap((pictureId) => {
    const picture = pictures.find(({ _id }) => _id === pictureId);
    const alt = pictureAlts.find((one) => one.pictureId === pictureId)?.alt;
    return picture ? [{ pictureId, ...picture.urls, ...(alt ? { alt } : {}) }] : [];
  });
