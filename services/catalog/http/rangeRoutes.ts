import { type lotsApi } from '#shared/contracts/catalog/lots';
import { type picturesApi } from '#shared/contracts/catalog/pictures';
import { type productsApi } from '#shared/contracts/catalog/products';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { holds } from '#shared/kit/http/caller';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type Category, type Product } from '../domain/range';
import { type CatalogDeps } from '../usecases/deps';
import { readPicture } from '../usecases/pictures/readPicture';
import { uploadPicture } from '../usecases/pictures/uploadPicture';
import { addCategory } from '../usecases/range/addCategory';
import { addLot } from '../usecases/range/addLot';
import { addProduct } from '../usecases/range/addProduct';
import { addSku } from '../usecases/range/addSku';
import { addSupplier } from '../usecases/range/addSupplier';
import { changeCategory } from '../usecases/range/changeCategory';
import { changeProduct } from '../usecases/range/changeProduct';
import { changeSku } from '../usecases/range/changeSku';
import { changeSupplier } from '../usecases/range/changeSupplier';
import { correctLot } from '../usecases/range/correctLot';
import { listCategories } from '../usecases/range/listCategories';
import { listLots } from '../usecases/range/listLots';
import { listProducts } from '../usecases/range/listProducts';
import { listSuppliers } from '../usecases/range/listSuppliers';
import { readLot } from '../usecases/range/readLot';
import { readProduct } from '../usecases/range/readProduct';
import { readSku } from '../usecases/range/readSku';
import { readSupplier } from '../usecases/range/readSupplier';
import { presentCategory } from './presentCategory';
import { presentLot } from './presentLot';
import { presentPicture } from './presentPicture';
import { presentProduct } from './presentProduct';
import { presentSku } from './presentSku';
import { presentSupplier } from './presentSupplier';

type Routes = Handlers<typeof rangeApi & typeof productsApi & typeof lotsApi & typeof picturesApi>;

/** Everything that can be sold, by whom it is supplied, and its pictures. */
export function rangeRoutes(deps: CatalogDeps): Routes {
  const { range } = deps;
  const picturesOf = (shown: readonly Category[]) =>
    range.pictures(shown.flatMap(({ pictureId }) => pictureId ?? []));
  const showCategory = async (category: Category) => presentCategory(category, await picturesOf([category]));
  const showProducts = async (shown: readonly Product[]) => {
    const skus = await range.skusOf(shown.map(({ _id }) => _id));
    const all = await range.pictures(shown.flatMap(({ pictureIds }) => pictureIds));
    return (product: Product) => presentProduct(product, skus, all);
  };
  const showProduct = async (product: Product) => (await showProducts([product]))(product);

  return {
    listCategories: async ({ query, caller }) => {
      const withHidden = caller !== undefined && holds(caller, 'operator');
      const page = await listCategories(deps, query, { withHidden });
      const pictures = await picturesOf(page.items);
      return presentPage(page, (category) => presentCategory(category, pictures));
    },
    addCategory: async ({ key, body }) => showCategory(await addCategory(deps, key.newId('cat'), body)),
    changeCategory: async ({ params, body }) =>
      showCategory(await changeCategory(deps, params.categoryId, body)),

    listSuppliers: async ({ query }) => presentPage(await listSuppliers(deps, query), presentSupplier),
    addSupplier: async ({ key, body }) => presentSupplier(await addSupplier(deps, key.newId('sup'), body)),
    readSupplier: async ({ params }) => presentSupplier(await readSupplier(deps, params.supplierId)),
    changeSupplier: async ({ params, body }) =>
      presentSupplier(await changeSupplier(deps, params.supplierId, body)),

    listProducts: async ({ query }) => {
      const page = await listProducts(deps, query);
      return presentPage(page, await showProducts(page.items));
    },
    addProduct: async ({ key, body }) => showProduct(await addProduct(deps, key.newId('prd'), body)),
    readProduct: async ({ params }) => showProduct(await readProduct(deps, params.productId)),
    changeProduct: async ({ params, body }) => showProduct(await changeProduct(deps, params.productId, body)),
    addSku: async ({ key, params, body }) =>
      presentSku(await addSku(deps, key.newId('sku'), { ...params, ...body })),
    readSku: async ({ params }) => presentSku(await readSku(deps, params.skuId)),
    changeSku: async ({ params, body }) => presentSku(await changeSku(deps, params.skuId, body)),

    listLots: async ({ query }) => presentPage(await listLots(deps, query), presentLot),
    addLot: async ({ key, body }) => presentLot(await addLot(deps, key.newId('lot'), body)),
    readLot: async ({ params }) => presentLot(await readLot(deps, params.lotId)),
    correctLot: async ({ params, body }) => presentLot(await correctLot(deps, params.lotId, body)),

    uploadPicture: async ({ file }) => presentPicture(await uploadPicture(deps, file.bytes)),
    readPicture: ({ params }) => readPicture(deps, params.pictureId, params.file),
  };
}
