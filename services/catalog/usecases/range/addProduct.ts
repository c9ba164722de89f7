import { type BodyOf } from '#shared/contracts/endpoint';
import { type productsApi } from '#shared/contracts/catalog/products';
import { type CategoryId, type PictureId, type ProductId, type SkuId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type Product, type Sku } from '../../domain/range';
import { searchKeys } from '../../search/keys';
import { type RangeStore } from '../../storage/range';
import { type RefreshOffers } from '../offers/refreshOffers';

type Fields = BodyOf<typeof productsApi.addProduct>;
type Changes = BodyOf<typeof productsApi.changeProduct>;
type SkuFields = BodyOf<typeof productsApi.addSku>;
type SkuChanges = BodyOf<typeof productsApi.changeSku>;

/**
 * Products and their Skus. Offers show parts of both: a change carries the mark that its offers are stale, so that the
 * sweeper refreshes them when this process dies before it did.
 */
export function manageProducts(range: RangeStore, refresh: RefreshOffers) {
  async function assertKnown(categoryId?: CategoryId, pictureIds: readonly PictureId[] = []): Promise<void> {
    if (categoryId) await range.one('categories', categoryId);
    if ((await range.pictures(pictureIds)).length < pictureIds.length) throw notFound();
  }

  return {
    async add(productId: ProductId, fields: Fields): Promise<Product> {
      const { categoryId, title, description, storageAdvice, pictureAlts, ...rest } = fields;
      const { keywords = [], pictureIds = [], temperature, fresh } = rest;
      await assertKnown(categoryId, pictureIds);
      return range.insert('products', {
        _id: productId,
        categoryId,
        title,
        ...(description ? { description } : {}),
        ...(storageAdvice ? { storageAdvice } : {}),
        ...(pictureAlts ? { pictureAlts } : {}),
        keywords,
        pictureIds,
        temperature,
        fresh,
        search: searchKeys(title, keywords),
        version: 1,
        offersStale: false,
      });
    },

    async change(productId: ProductId, { version, ...changes }: Changes): Promise<Product> {
      await assertKnown(changes.categoryId, changes.pictureIds);
      const before = await range.one('products', productId);
      const search = searchKeys(changes.title ?? before.title, changes.keywords ?? before.keywords);
      const product = await range.edit('products', productId, version, {
        ...changes,
        search,
        offersStale: true,
      });
      await refresh.ofProduct(product);
      return product;
    },

    async addSku(productId: ProductId, skuId: SkuId, fields: SkuFields): Promise<Sku> {
      await range.one('products', productId);
      await range.one('suppliers', fields.supplierId);
      return range.insert('skus', { _id: skuId, productId, ...fields, version: 1, offersStale: false });
    },

    async changeSku(skuId: SkuId, { version, ...changes }: SkuChanges): Promise<Sku> {
      const sku = await range.edit('skus', skuId, version, { ...changes, offersStale: true });
      await refresh.ofSku(sku);
      return sku;
    },
  };
}
