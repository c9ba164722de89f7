import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { CategoryId, LotId, type PictureId, ProductId, type SkuId, SupplierId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { byId, byNumber, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type Category, type Lot, type Product, type Sku, type Supplier } from '../domain/range';
import { type Collections } from './collections';
import { edit } from './edit';
import { pageById } from './pages';

type Kinds = { categories: Category; suppliers: Supplier; products: Product; skus: Sku; lots: Lot };
type Kind = keyof Kinds;
type IdOf<K extends Kind> = Kinds[K]['_id'];

const maxSkusOfProduct = 100;

/** The range: what can be sold, by whom it is supplied, and how it is grouped. */
export function rangeStore(collections: Collections) {
  const of = <K extends Kind>(kind: K) => collections[kind] as unknown as mongo.Collection<Kinds[K]>;

  async function one<K extends Kind>(kind: K, id: IdOf<K>): Promise<Kinds[K]> {
    return found((await of(kind).findOne({ _id: id } as mongo.Filter<Kinds[K]>)) as Kinds[K] | null);
  }

  async function several<K extends Kind>(kind: K, ids: readonly IdOf<K>[]): Promise<Kinds[K][]> {
    const filter = { _id: { $in: [...new Set(ids)] } } as unknown as mongo.Filter<Kinds[K]>;
    return (await of(kind).find(filter).toArray()) as Kinds[K][];
  }

  return {
    one,
    several,

    /** Stores a new thing. An id that is there already means that this request was done before: the first one stays. */
    async insert<K extends Kind>(kind: K, thing: Kinds[K]): Promise<Kinds[K]> {
      try {
        await of(kind).insertOne(thing as mongo.OptionalUnlessRequiredId<Kinds[K]>);
        return thing;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return one(kind, thing._id);
      }
    },

    edit: <K extends Kind>(kind: K, id: IdOf<K>, seen: number, changes: object): Promise<Kinds[K]> =>
      edit(of(kind) as never, id as never, seen, changes as Readonly<Record<string, unknown>>),

    async picture(pictureId: PictureId) {
      return found(await collections.pictures.findOne({ _id: pictureId }));
    },
    /** In the order asked for; unknown ones are left out. */
    async pictures(pictureIds: readonly PictureId[]) {
      const pictures = await collections.pictures.find({ _id: { $in: [...pictureIds] } }).toArray();
      return pictureIds.flatMap((id) => pictures.find(({ _id }) => _id === id) ?? []);
    },

    categoriesInOrder: (wish: PageWish, withHidden: boolean): Promise<Page<Category>> =>
      pageByKey({
        order: [byNumber('position', 'rising'), byId('_id', CategoryId, 'rising')],
        wish,
        find: (beyond) =>
          collections.categories.find({ ...beyond, ...(withHidden ? {} : { hidden: false }) }),
        present: (category): Category => category,
      }),
    suppliers: (wish: PageWish) => pageById(collections.suppliers, SupplierId, wish),
    /** Products of a category, or of all; those that `isMeant`, when given, looked for among a bounded number. */
    products: (wish: PageWish, categoryId?: CategoryId, isMeant?: (product: Product) => boolean) =>
      pageById(collections.products, ProductId, wish, { filter: categoryId ? { categoryId } : {}, isMeant }),
    lots: (wish: PageWish, skuId?: SkuId) =>
      pageById(collections.lots, LotId, wish, { filter: skuId ? { skuId } : {}, order: 'newestFirst' }),
    skusOf: (productIds: readonly ProductId[]) =>
      collections.skus
        .find({ productId: { $in: [...productIds] } })
        .sort({ _id: 1 })
        .limit(maxSkusOfProduct * Math.max(1, productIds.length))
        .toArray(),
    skusOfSupplier: (supplierId: SupplierId) => collections.skus.find({ supplierId }).toArray(),

    /** Things whose offers may show what they were before. */
    async stale() {
      const marked = { offersStale: true };
      const page = 100;
      const [products, skus, suppliers] = await Promise.all([
        collections.products.find(marked).limit(page).toArray(),
        collections.skus.find(marked).limit(page).toArray(),
        collections.suppliers.find(marked).limit(page).toArray(),
      ]);
      return { products, skus, suppliers };
    },
    /** Takes the mark away, unless the thing changed again. */
    async fresh(kind: 'products' | 'skus' | 'suppliers', { _id, version }: Product | Sku | Supplier) {
      const changed = { $set: { offersStale: false } };
      await of(kind).updateOne({ _id, version }, changed);
    },
  };
}

export type RangeStore = ReturnType<typeof rangeStore>;
