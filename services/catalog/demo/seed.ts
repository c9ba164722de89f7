import { type Connection } from 'mongoose';
import { defaultCityRules } from '#shared/contracts/cityRules';
import { type FileStore } from '#shared/kit/files/fileStore';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { collectionsOn } from '../storage/collections';
import { type City } from '../domain/range';
import { demoCityId, ensureDemoCycles, ensureEarlierDemoCycle, insertMissing } from './cycles';
import { keepDemoPictures } from './pictures';
import { demoCategories, demoProducts, demoSkus, demoSuppliers, demoTaxRates } from './range';

const hangzhou: City = {
  _id: demoCityId,
  name: { zh: '杭州', en: 'Hangzhou' },
  timeZone: 'Asia/Shanghai',
  centre: { lng: 120.15, lat: 30.28 },
  rules: { ...defaultCityRules, taxRates: demoTaxRates },
  version: 1,
  windows: [],
  outbox: [],
};

/**
 * The demo's city, range and cycles; what is there already stays as it is, so it may run at every start. Pictures come first: an
 * order keeps the picture that was seen when it was placed.
 */
export async function seedCatalogDemo(mongo: Connection, pictureStore: FileStore, now: Date): Promise<void> {
  const collections = collectionsOn(mongo);
  await ensureIndexes(mongo);
  const pictureNamed = await keepDemoPictures(collections, pictureStore);
  await insertMissing(collections.cities, [hangzhou]);
  await insertMissing(collections.categories, demoCategories(pictureNamed));
  await insertMissing(collections.suppliers, [...demoSuppliers]);
  await insertMissing(collections.products, demoProducts(pictureNamed));
  await insertMissing(
    collections.skus,
    demoSkus.map(({ fen: _fen, origin: _origin, keeps: _keeps, ...sku }) => sku),
  );
  await ensureEarlierDemoCycle(collections, now);
  await ensureDemoCycles(collections, now);
}
