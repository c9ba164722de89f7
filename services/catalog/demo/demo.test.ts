import sharp from 'sharp';
import { catalogApi } from '#shared/contracts/catalog';
import { anId } from '../../../tests/support/anId';
import { catalogWorld } from '../../../tests/support/catalog';
import { memoryFiles } from '../../../tests/support/memoryFiles';
import { assertLawful } from '../domain/offerPrice';
import { lowestPrice } from '../domain/priceHistory';
import { cycleStore } from '../storage/cycles';
import { offerStore } from '../storage/offers';
import { pricePeriods } from '../usecases/offers/pricePeriods';
import { demoCityId, ensureDemoCycles } from './cycles';
import { demoSkus } from './range';
import { seedCatalogDemo } from './seed';

const day = 24 * 3600 * 1000;

test('there are 400 offers in an open cycle on every day, whose prices are lawful; again changes nothing', async () => {
  const world = await catalogWorld();
  const { collections } = world;
  await seedCatalogDemo(world.connection, memoryFiles(), world.now());
  await seedCatalogDemo(world.connection, memoryFiles(), world.now());
  expect(await collections.offers.countDocuments()).toBe(3 * 400);

  world.pass(day);
  await ensureDemoCycles(collections, world.now());
  const { body } = await world.get(`/offers?cityId=${demoCityId}&limit=100`);
  const list = catalogApi.listOffers.reply.parse(body);
  expect(list.cycle?.cycleId).toBe('cyc_20260302');
  expect(list.items).toHaveLength(100);
  expect(list.items.every(({ stockLeft }) => stockLeft > 0)).toBe(true);

  const cycle = (await collections.cycles.find({ _id: anId('cyc_20260302') }).toArray())[0]!;
  const stores = { offers: offerStore(collections.offers), cycles: cycleStore(collections) };
  const offers = await collections.offers.find({ cycleId: cycle._id }).toArray();
  expect(offers.filter(({ strikePrice }) => strikePrice).length).toBeGreaterThan(5);
  for (const offer of offers) {
    const sku = demoSkus.find(({ _id }) => _id === offer.skuId)!;
    const history = offer.strikePrice ? await pricePeriods(stores, sku._id, cycle) : [];
    expect(() => {
      assertLawful(offer, sku, lowestPrice(history));
    }).not.toThrow();
  }
  const kinds = { flash: 0, group: 0, tiers: 0, limit: 0, weighed: 0 };
  for (const offer of offers) {
    if (offer.flash) kinds.flash += 1;
    if (offer.group) kinds.group += 1;
    if (offer.tiers.length > 0) kinds.tiers += 1;
    if (offer.limitPerShopper) kinds.limit += 1;
    if (offer.soldBy === 'weight') kinds.weighed += 1;
  }
  expect(Object.values(kinds).every((count) => count >= 20)).toBe(true);
});

test('offers and categories have their pictures from the first moment on', async () => {
  const world = await catalogWorld();
  const files = memoryFiles();
  await seedCatalogDemo(world.connection, files, world.now());
  const { body: categories } = await world.get('/categories');
  const { body: offers } = await world.get(`/offers?cityId=${demoCityId}&limit=100`);
  const shown = [
    ...catalogApi.listCategories.reply.parse(categories).items,
    ...catalogApi.listOffers.reply.parse(offers).items,
  ];
  expect(shown.length).toBeGreaterThan(100);
  for (const { picture } of shown)
    for (const url of Object.values(picture!)) {
      const bytes = (await files.get(url.replace('/api/pictures/', '')))!;
      expect((await sharp(bytes).metadata()).width).toBeLessThanOrEqual(Number(/(\d+)\.webp$/.exec(url)![1]));
    }
});
