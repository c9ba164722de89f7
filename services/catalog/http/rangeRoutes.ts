import { type citiesApi } from '#shared/contracts/catalog/cities';
import { type lotsApi } from '#shared/contracts/catalog/lots';
import { type productsApi } from '#shared/contracts/catalog/products';
import { type picturesApi } from '#shared/contracts/catalog/pictures';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { type Handlers } from '#shared/kit/http/handler';
import { holds } from '#shared/kit/http/caller';
import { type Category, type City, type Product, type Sku } from '../domain/range';
import { matchScore } from '../search/match';
import { mapPage } from '../storage/pages';
import { type Catalog } from '../catalog';
import {
  presentCategory,
  presentCity,
  presentLot,
  presentPicture,
  presentProduct,
  presentRules,
  presentSku,
  presentSupplier,
} from './present';

export function rangeRoutes(
  catalog: Catalog,
): Handlers<typeof citiesApi & typeof rangeApi & typeof productsApi & typeof lotsApi & typeof picturesApi> {
  const { cityStore, cities, range, categories, suppliers, products, lots, pictures, now } = catalog;

  const showCity = (city: City) => presentCity(city, now());
  const showCategory = async (category: Category) =>
    presentCategory(category, category.pictureId ? await range.pictures([category.pictureId]) : []);
  const showProducts = async (shown: readonly Product[]) => {
    const skus = await range.skusOf(shown.map(({ _id }) => _id));
    const all = await range.pictures(shown.flatMap(({ pictureIds }) => pictureIds));
    return (product: Product) => presentProduct(product, skus, all);
  };
  const showProduct = async (product: Product) => (await showProducts([product]))(product);
  const show = async (sku: Promise<Sku>) => presentSku(await sku);

  return {
    listCities: async ({ query }) => mapPage(await cityStore.page(query), showCity),
    openCity: async ({ key, body }) => showCity(await cities.open(key.newId('cit'), body)),
    readCity: async ({ params }) => showCity(await cityStore.one(params.cityId)),
    readCityRules: async ({ params }) => presentRules(await cityStore.one(params.cityId)),
    changeCityRules: async ({ params, body }) => presentRules(await cities.changeRules(params.cityId, body)),

    listCategories: async ({ query, caller }) => {
      const page = await range.categoriesInOrder(query, caller !== undefined && holds(caller, 'operator'));
      const shown = await range.pictures(page.items.flatMap(({ pictureId }) => pictureId ?? []));
      return mapPage(page, (category) => presentCategory(category, shown));
    },
    addCategory: async ({ key, body }) => showCategory(await categories.add(key.newId('cat'), body)),
    changeCategory: async ({ params, body }) =>
      showCategory(await categories.change(params.categoryId, body)),

    listSuppliers: async ({ query }) => mapPage(await range.suppliers(query), presentSupplier),
    addSupplier: async ({ key, body }) => presentSupplier(await suppliers.add(key.newId('sup'), body)),
    readSupplier: async ({ params }) => presentSupplier(await range.one('suppliers', params.supplierId)),
    changeSupplier: async ({ params, body }) =>
      presentSupplier(await suppliers.change(params.supplierId, body)),

    listProducts: async ({ query }) => {
      const { q } = query;
      const isMeant = q === undefined ? undefined : (one: Product) => matchScore(q, one.search) > 0;
      const page = await range.products(query, query.categoryId, isMeant);
      return mapPage(page, await showProducts(page.items));
    },
    addProduct: async ({ key, body }) => showProduct(await products.add(key.newId('prd'), body)),
    readProduct: async ({ params }) => showProduct(await range.one('products', params.productId)),
    changeProduct: async ({ params, body }) => showProduct(await products.change(params.productId, body)),
    addSku: ({ key, params, body }) => show(products.addSku(params.productId, key.newId('sku'), body)),
    readSku: ({ params }) => show(range.one('skus', params.skuId)),
    changeSku: ({ params, body }) => show(products.changeSku(params.skuId, body)),

    listLots: async ({ query }) => mapPage(await range.lots(query, query.skuId), presentLot),
    addLot: async ({ key, body }) => presentLot(await lots.add(key.newId('lot'), body)),
    readLot: async ({ params }) => presentLot(await range.one('lots', params.lotId)),
    correctLot: async ({ params, body }) => presentLot(await lots.correct(params.lotId, body)),

    uploadPicture: async ({ file }) => presentPicture(await pictures.add(file.bytes)),
    readPicture: ({ params }) => pictures.read(params.pictureId, params.file),
  };
}
