import request from 'supertest';
import { OfferId } from '#shared/contracts/ids';
import { catalogApi } from '#shared/contracts/catalog';
import { cny } from '#shared/kit/money';
import { anId } from '../../tests/support/anId';
import { aCycle, type CatalogWorld, catalogWorld, openCycleId } from '../../tests/support/catalog';
import { until } from '../../tests/support/until';
import { type Offer } from './domain/offer';

let world: CatalogWorld;
beforeEach(async () => {
  world = await catalogWorld();
});
afterEach(() => world.stop());

const offer = (id: string, zh: string, en: string, more: Partial<Offer> = {}) =>
  world.offers({ _id: OfferId.parse(id), title: { zh, en }, ...more });
const list = async (query = '') => {
  const reply = await world.get(`/offers?pickupPointId=ppt_001${query}`);
  return catalogApi.listOffers.reply.parse(reply.body);
};
const titles = async (query = '') => (await list(query)).items.map(({ title }) => title.en);

describe('the list of offers', () => {
  test('shows stock, unit prices and the open cycle, by rank, what is sold out last', async () => {
    await offer('off_1', '西红柿', 'Tomatoes', { rank: 5, sold: 3, soldBy: 'weight', nominalGrams: 750 });
    await offer('off_2', '鸡蛋', 'Eggs', { rank: 9, initial: 0 });
    await offer('off_3', '牛奶', 'Milk', { onSale: false });
    const { items, cycle } = await list();
    expect(
      items.map(({ offerId, stockLeft, sold, unitPrice }) => [offerId, stockLeft, sold, unitPrice.amount]),
    ).toEqual([
      ['off_1', 10, 3, 1485],
      ['off_2', 0, 0, 990],
    ]);
    expect(cycle?.cycleId).toBe(openCycleId);
  });

  test('finds by Chinese words, English words, pinyin and initials, best first', async () => {
    await offer('off_1', '西红柿', 'Tomatoes');
    await offer('off_2', '红富士苹果', 'Fuji apples');
    await offer('off_3', '小西瓜', 'Small watermelons');
    expect(await titles('&q=西红柿')).toEqual(['Tomatoes']);
    expect(await titles('&q=xihongshi')).toEqual(['Tomatoes']);
    expect(await titles('&q=xhs')).toEqual(['Tomatoes']);
    expect(await titles('&q=xi')).toEqual(['Tomatoes', 'Small watermelons']);
    expect(await titles('&q=APPLE')).toEqual(['Fuji apples']);
    expect(await titles('&q=红')).toEqual(['Fuji apples', 'Tomatoes']);
    expect(await titles('&q=.*')).toEqual([]);
  });

  test('is cut into pages, by category, kind and price', async () => {
    for (const [at, fen] of [500, 300, 400].entries())
      await offer(`off_${at}`, '菜', `Greens ${fen}`, { price: cny(fen), flash: fen < 500 });
    await offer('off_9', '肉', 'Meat', { categoryId: anId('cat_2') });
    expect(await titles('&sort=price&categoryId=cat_1')).toEqual(['Greens 300', 'Greens 400', 'Greens 500']);
    expect(await titles('&kind=flash&sort=price')).toEqual(['Greens 300', 'Greens 400']);
    const first = await list('&sort=price&limit=3');
    expect(first.items).toHaveLength(3);
    expect(await titles(`&sort=price&limit=3&cursor=${first.nextCursor}`)).toEqual(['Meat']);
    expect((await world.get('/offers?cityId=cit_1&cursor=nonsense')).body.code).toBe('MALFORMED_REQUEST');
  });

  test('is answered 304 until something that it shows has changed, also by another process', async () => {
    await offer('off_1', '西红柿', 'Tomatoes');
    const other = await world.another();
    const get = (etag?: string) => world.get('/offers?cityId=cit_1').set('If-None-Match', etag ?? '""');
    const { etag } = (await get()).headers as { etag: string };
    expect((await get(etag)).status).toBe(304);
    const changedAt = performance.now();
    await world.collections.offers.updateOne({ _id: anId('off_1') }, { $inc: { available: -4, sold: 4 } });
    await until(async () => (await get(etag)).status === 200);
    expect(performance.now() - changedAt).toBeLessThan(1_500);
    expect((await get()).body.items[0].stockLeft).toBe(6);
    await other.close();
  });

  test('shows how groups stand at the pickup point that asks', async () => {
    await offer('off_1', '西红柿', 'Tomatoes', { group: { kind: 'shoppers', count: 3 } });
    await world.app.start();
    const progressed = (version: number, shoppers: number) => ({
      id: `event-${version}`,
      type: 'orders.group_buy_progressed.v1',
      key: 'off_1',
      occurredAt: world.now().toISOString(),
      correlationId: 'c',
      data: {
        offerId: 'off_1',
        pickupPointId: 'ppt_001',
        cityId: 'cit_1',
        cycleId: openCycleId,
        status: 'open',
        shoppers,
        units: shoppers,
        initials: ['林'],
        version,
      },
    });
    const progress = async () => (await list()).items[0]?.group?.progress.shoppers;
    expect(await progress()).toBe(0);
    // Twice and out of order: the newest stays.
    await world.bus.publish([progressed(2, 2), progressed(2, 2), progressed(1, 1)]);
    await until(async () => (await progress()) === 2);
    const elsewhere = await world.get('/offers?pickupPointId=ppt_002');
    expect(elsewhere.body.items[0].group.progress.shoppers).toBe(0);
    const page = await world.get('/offers/off_1?pickupPointId=ppt_001');
    expect(page.status).toBe(404); // Its product is not there.
  });

  test('is empty when no cycle is open', async () => {
    world.pass(5 * 3600 * 1000);
    expect(await list()).toEqual({ items: [] });
  });
});

describe('pickup points', () => {
  test('are looked up once, and still known when delivery is down', async () => {
    await list();
    await list();
    expect(world.delivery.asked).toBe(1);
    world.delivery.up = false;
    expect((await world.get('/offers?pickupPointId=ppt_001')).status).toBe(200);
    expect((await world.get('/offers?pickupPointId=ppt_002')).status).toBe(503);
  });

  test('are known to a process that starts while delivery is down, also those that nobody asked about', async () => {
    await world.app.start();
    const moved = {
      ...{ id: 'new-point', type: 'delivery.pickup_point_changed.v1', key: 'ppt_003', correlationId: 'c' },
      occurredAt: world.now().toISOString(),
      data: { pickupPointId: 'ppt_003', cityId: 'cit_1', open: true },
    };
    await world.bus.publish([moved]);
    const known = world.connection.collection('known_points');
    await until(async () => (await known.countDocuments()) === 3);
    world.delivery.up = false;
    const other = await world.another();
    const ask = (point: string) => request(other.express).get(`/offers?pickupPointId=${point}`);
    for (const point of ['ppt_01', 'ppt_003']) expect((await ask(point)).status).toBe(200);
    expect((await ask('ppt_004')).body.code).toBe('SERVICE_UNAVAILABLE');
    await other.close();
  });

  test('that do not exist are not found; a place must be named', async () => {
    expect((await world.get('/offers?pickupPointId=ppt_999')).status).toBe(404);
    expect((await world.get('/offers')).body.code).toBe('MALFORMED_REQUEST');
    expect((await world.get('/offers?cityId=cit_1&pickupPointId=ppt_001')).body.code).toBe(
      'MALFORMED_REQUEST',
    );
  });
});

test('the current cycle comes with the next one and the server’s time', async () => {
  await world.collections.cycles.insertOne(
    aCycle({
      _id: anId('cyc_next'),
      opensAt: new Date('2026-03-01T15:00:00.000Z'),
      cutoffAt: new Date('2026-03-02T15:00:00.000Z'),
    }),
  );
  const { body } = await world.get('/cycles/current?pickupPointId=ppt_001');
  expect(body).toMatchObject({
    cycle: { cycleId: openCycleId },
    next: { cycleId: 'cyc_next' },
    serverTime: '2026-03-01T10:00:00.000Z',
  });
});

test('suggestions name each title once', async () => {
  await offer('off_1', '西红柿', 'Tomatoes');
  await offer('off_2', '西红柿', 'Tomatoes');
  const { body } = await world.get('/search/suggestions?cityId=cit_1&q=xih');
  expect(body.suggestions).toEqual([{ offerId: 'off_1', title: { zh: '西红柿', en: 'Tomatoes' } }]);
});
