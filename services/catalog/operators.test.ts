import sharp from 'sharp';
import { rangeApi } from '#shared/contracts/catalog/range';
import { shoppingApi } from '#shared/contracts/catalog/shopping';
import { termsOf } from './domain/offerTerms';
import { anId } from '../../tests/support/anId';
import { type CatalogWorld, catalogWorld, openCycleId } from '../../tests/support/catalog';
import { until } from '../../tests/support/until';

const hour = 3600 * 1000;
let world: CatalogWorld;
let keys = 0;
beforeEach(async () => {
  world = await catalogWorld();
});
afterEach(() => world.stop());

const post = (path: string, body: object, key = `key-${(keys += 1)}`) =>
  world.post(path, body, 'operator', key);
const instant = (hours: number) => new Date(world.now().getTime() + hours * hour).toISOString();

/** A product with one Sku that costs ¥5. */
async function aSku(soldBy = 'piece') {
  const category = await post('/categories', { name: { zh: '蔬菜', en: 'Vegetables' }, position: 1 });
  const supplier = await post('/suppliers', { name: '绿野' });
  const product = await post('/products', {
    categoryId: category.body.categoryId,
    title: { zh: '西红柿', en: 'Tomatoes' },
    temperature: 'ambient',
    fresh: true,
  });
  const sku = await post(`/products/${product.body.productId}/skus`, {
    pack: { zh: '一份', en: 'one pack' },
    soldBy,
    nominalGrams: 500,
    unitCost: { amount: 500, currency: 'CNY' },
    supplierId: supplier.body.supplierId,
    caseUnits: 10,
    supplierMinimumUnits: 0,
  });
  return { product: product.body, supplier: supplier.body, sku: sku.body, skuId: sku.body.skuId as string };
}
const fen = (amount: number) => ({ amount, currency: 'CNY' });
const anOffer = (skuId: string, more: object = {}) =>
  post('/offers', { cycleId: openCycleId, skuId, price: fen(990), stock: 10, ...more });

describe("a city's rules", () => {
  const rulesOf = async (cityId: string) =>
    (await world.get(`/cities/${cityId}/rules`, 'operator')).body as { version: number; rules: object };
  const change = (cityId: string, version: number, rules: object) =>
    world.patch(`/cities/${cityId}/rules`, { version, rules });

  test('tell the tax by category of goods; the table changes whole, and the rest stays', async () => {
    const table = { goods: 900, services: 600, byCategory: { cat_leaves: 0 } };
    const before = await rulesOf('cit_1');
    const changed = await change('cit_1', before.version, { taxRates: table });
    expect([changed.status, changed.body.rules]).toEqual([200, { ...before.rules, taxRates: table }]);
    const other = await change('cit_1', before.version + 1, { reservationMinutes: 20 });
    expect(other.body.rules).toMatchObject({ taxRates: table, reservationMinutes: 20 });
  });

  test('a city that is older than the table has the usual one', async () => {
    await world.collections.cities.updateOne({ _id: anId('cit_1') }, { $unset: { 'rules.taxRates': 1 } });
    const usual = { goods: 900, services: 600, byCategory: {} };
    expect((await rulesOf('cit_1')).rules).toMatchObject({ taxRates: usual });
  });

  test.each([
    ['half a table', { goods: 900 }],
    ['more than half of the price', { goods: 5_001, services: 600, byCategory: {} }],
    ['less than nothing', { goods: -1, services: 600, byCategory: {} }],
    ['parts of a basis point', { goods: 9.5, services: 600, byCategory: {} }],
    ['what is no category', { goods: 900, services: 600, byCategory: { vegetables: 0 } }],
    ['more than a table has', { goods: 900, services: 600, byCategory: {}, food: 0 }],
  ])('%s is no table of tax rates, and nothing changes', async (_, taxRates) => {
    const before = await rulesOf('cit_1');
    const refused = await change('cit_1', before.version, { taxRates });
    expect([refused.status, refused.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    expect(await rulesOf('cit_1')).toEqual(before);
  });
});

describe('the range', () => {
  test('changes need the version that was seen, and show in open offers', async () => {
    const { product, skuId } = await aSku();
    const { body: offer } = await anOffer(skuId);
    const title = { zh: '番茄', en: 'Fresh tomatoes' };
    const changed = await world.patch(`/products/${product.productId}`, { version: 1, title });
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    expect((await world.patch(`/products/${product.productId}`, { version: 1, title })).body.code).toBe(
      'CHANGED_MEANWHILE',
    );
    expect((await world.get(`/offers/${offer.offerId}`)).body).toMatchObject({
      offer: { title, version: 2 },
      supplierName: '绿野',
    });
    expect((await world.get('/offers?cityId=cit_1&q=fanqie')).body.items).toHaveLength(1);
    expect((await world.get('/products?q=fq', 'operator')).body.items).toHaveLength(1);
  });

  test('an offer is refreshed although the process that changed the product died', async () => {
    const { product, skuId } = await aSku();
    const { body: offer } = await anOffer(skuId);
    await world.collections.products.updateOne(
      { _id: product.productId },
      { $set: { title: { zh: '番茄', en: 'New' }, offersStale: true }, $inc: { version: 1 } },
    );
    await world.app.start();
    await until(async () => (await world.offer(String(offer.offerId))).title.en === 'New');
    await until(() => world.events.some(({ type }) => type === 'catalog.offers_changed.v1'));
  });

  test('the same request twice makes one thing', async () => {
    const body = { name: '绿野' };
    const [one, other] = [await post('/suppliers', body, 'same'), await post('/suppliers', body, 'same')];
    expect(other.body.supplierId).toBe(one.body.supplierId);
    expect((await world.get('/suppliers', 'operator')).body.items).toHaveLength(1);
  });

  test('lots lead from a sale to where it came from', async () => {
    const { skuId, supplier } = await aSku();
    const lot = await post('/lots', {
      skuId,
      code: 'B7',
      origin: '萧山',
      producedOn: '2026-02-28',
      units: 50,
    });
    const { body: offer } = await anOffer(skuId, { lotId: lot.body.lotId });
    expect((await world.get(`/offers/${offer.offerId}`)).body.lot).toMatchObject({
      code: 'B7',
      supplierId: supplier.supplierId,
    });
    const corrected = await world.patch(`/lots/${lot.body.lotId}`, { version: 1, origin: '余杭' });
    expect(corrected.body).toMatchObject({ origin: '余杭', code: 'B7', version: 2 });
    expect((await world.get(`/lots?skuId=${skuId}`, 'operator')).body.items).toHaveLength(1);
  });

  test('suppliers and origins have English names where somebody gave them', async () => {
    const { skuId, supplier } = await aSku();
    const path = `/suppliers/${supplier.supplierId}`;
    const names = { name: '绿野', nameEn: 'Green Fields' };
    expect((await world.patch(path, { version: 1, ...names })).body).toMatchObject(names);
    const made = await post('/lots', {
      ...{ skuId, code: 'B7', origin: '萧山', originEn: 'Xiaoshan', producedOn: '2026-02-28', units: 50 },
    });
    const { lotId } = made.body;
    const { body: offer } = await anOffer(skuId, { lotId });
    const page = async () =>
      shoppingApi.readOffer.reply.parse((await world.get(`/offers/${offer.offerId}`)).body);
    expect(await page()).toMatchObject({
      supplierNameEn: 'Green Fields',
      lot: { supplierNameEn: 'Green Fields', originEn: 'Xiaoshan' },
    });
    expect(termsOf(await world.offer(String(offer.offerId)))).toMatchObject({
      supplierNameEn: 'Green Fields',
    });

    await world.patch(path, { version: 2, nameEn: null });
    await world.patch(`/lots/${lotId}`, { version: 1, originEn: null });
    const { supplierNameEn, lot } = await page();
    expect(supplierNameEn).toBeUndefined();
    expect(lot).toMatchObject({ supplierNameEn: 'Green Fields', origin: '萧山' });
    expect(lot).not.toHaveProperty('originEn');
  });

  test('whoever buys is told the cost of a Sku at this moment, its lots and where the supplier is written to', async () => {
    const { skuId, supplier } = await aSku();
    const path = `/suppliers/${supplier.supplierId}`;
    const email = 'orders@greenfields.example';
    expect((await world.patch(path, { version: 1, email: 'nowhere' })).body.code).toBe('MALFORMED_REQUEST');
    expect((await world.patch(path, { version: 1, email: ` ${email} ` })).body).toMatchObject({ email });
    const { body: lot } = await post('/lots', {
      ...{ skuId, code: 'B7', origin: '萧山', producedOn: '2026-02-28', bestBefore: '2026-03-09', units: 50 },
    });
    const { internal } = world;
    const asked = { body: { skuIds: [skuId, 'sku_nobody'] } };
    expect(await internal.getSupplyTerms(asked)).toEqual({
      skus: [{ skuId, unitCost: fen(500), temperature: 'ambient', soldBy: 'piece', nominalGrams: 500 }],
    });
    await world.patch(`/skus/${skuId}`, { version: 1, unitCost: fen(520) });
    expect((await internal.getSupplyTerms(asked)).skus[0]?.unitCost).toEqual(fen(520));
    const { lots } = await internal.findLots({ body: { lotIds: [String(lot.lotId), 'lot_nobody'] } });
    expect(lots).toEqual([
      { lotId: lot.lotId, skuId, supplierId: supplier.supplierId, code: 'B7', bestBefore: '2026-03-09' },
    ]);
    const contact = await internal.getSupplierContact({
      params: { supplierId: String(supplier.supplierId) },
    });
    expect(contact).toEqual({ supplierId: supplier.supplierId, name: '绿野', email });
  });

  test('hidden categories are for operators', async () => {
    await post('/categories', { name: { zh: '内部', en: 'Internal' }, position: 0, hidden: true });
    await post('/categories', { name: { zh: '水果', en: 'Fruit' }, position: 2 });
    await post('/categories', { name: { zh: '蔬菜', en: 'Vegetables' }, position: 1 });
    const names = async (token?: string, query = '') =>
      rangeApi.listCategories.reply
        .parse((await world.get(`/categories${query}`, token)).body)
        .items.map(({ name }) => name.en);
    expect(await names()).toEqual(['Vegetables', 'Fruit']);
    expect(await names('operator')).toEqual(['Internal', 'Vegetables', 'Fruit']);
    const { nextCursor } = (await world.get('/categories?limit=1')).body;
    expect(await names(undefined, `?cursor=${encodeURIComponent(String(nextCursor))}`)).toEqual(['Fruit']);
    expect((await world.get('/categories?cursor=a|b')).body.code).toBe('MALFORMED_REQUEST');
  });
});

test('rules of a city change one by one and are told', async () => {
  await world.app.start();
  const changed = await world.patch('/cities/cit_1/rules', { version: 1, rules: { reservationMinutes: 7 } });
  expect(changed.body.rules).toMatchObject({ reservationMinutes: 7, handoverMinutes: 6 });
  await until(() => world.events.some(({ type }) => type === 'catalog.city_rules_changed.v1'));
  expect((await world.patch('/cities/cit_1/rules', { version: 1, rules: {} })).body.code).toBe(
    'CHANGED_MEANWHILE',
  );
  expect((await world.get('/cities/cit_1/rules', 'shopper')).body.code).toBe('NOT_ALLOWED');
});

test('anybody may read the clock of a city and until when its goods wait', async () => {
  const facts = { name: { zh: '柏林', en: 'Berlin' }, centre: { lng: 13.4, lat: 52.5 } };
  const { body: berlin } = await post('/cities', { ...facts, timeZone: 'Europe/Berlin' });
  expect((await world.get(`/cities/${berlin.cityId}`)).body).toMatchObject({
    utcOffsets: expect.arrayContaining([{ from: '2026-03-29T01:00:00.000Z', minutes: 120 }]),
    chilledOverdueHour: 22,
    ambientOverdueHours: 48,
  });
  expect((await post('/cities', { ...facts, timeZone: 'Europe/Nowhere' })).body.code).toBe(
    'MALFORMED_REQUEST',
  );
});

describe('cycles', () => {
  const schedule = (from: number, to: number, key?: string) =>
    post(
      '/cycles',
      { cityId: 'cit_1', opensAt: instant(from), cutoffAt: instant(to), pickupDate: '2026-03-05' },
      key,
    );

  test('do not overlap, may touch, and the same request schedules one', async () => {
    const one = await schedule(10, 20, 'same');
    expect(one.status).toBe(201);
    expect((await schedule(10, 20, 'same')).body.cycleId).toBe(one.body.cycleId);
    expect((await schedule(19, 30)).body.code).toBe('ALREADY_EXISTS');
    expect((await schedule(20, 30)).status).toBe(201);
    expect((await schedule(-9, -8)).body.code).toBe('CYCLE_NOT_EDITABLE');
    expect((await schedule(31, 31)).body.code).toBe('MALFORMED_REQUEST');
  });

  test('of two overlapping ones scheduled at once, one is refused', async () => {
    const outcomes = await Promise.all([schedule(10, 20), schedule(15, 25), schedule(5, 30)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('move until they open', async () => {
    const { body } = await schedule(10, 20);
    const move = (hours: number, version: number) =>
      world.patch(`/cycles/${body.cycleId}`, { version, opensAt: instant(hours) });
    expect((await move(11, 1)).body).toMatchObject({ version: 2, opensAt: instant(11) });
    expect((await move(12, 1)).body.code).toBe('CHANGED_MEANWHILE');
    world.pass(11 * hour);
    expect((await move(1, 2)).body.code).toBe('CYCLE_NOT_EDITABLE');
  });

  test('that a process scheduled before it died appear', async () => {
    const window = {
      cycleId: anId('cyc_scheduled'),
      opensAt: new Date(instant(10)),
      cutoffAt: new Date(instant(20)),
      pickupDate: '2026-03-05',
      version: 1,
      pending: true,
    };
    await world.collections.cities.updateOne({ _id: anId('cit_1') }, { $push: { windows: window } });
    await world.app.start();
    await until(async () => (await world.get('/cycles/cyc_scheduled')).status === 200);
    await until(() => world.events.some(({ type }) => type === 'catalog.cycle_scheduled.v1'));
  });

  test('are copied, what is lawful and not there yet', async () => {
    const { skuId } = await aSku();
    await anOffer(skuId, { stock: 33 });
    const { body: next } = await schedule(10, 20);
    const copy = () => post(`/cycles/${next.cycleId}/copies`, { fromCycleId: openCycleId });
    expect((await copy()).body).toEqual({ copied: 1, leftOut: 0 });
    expect((await copy()).body).toEqual({ copied: 0, leftOut: 1 });
    expect((await world.get(`/cycles/${next.cycleId}/offers`, 'operator')).body.items).toMatchObject([
      { skuId, available: 33, initialStock: 33 },
    ]);
  });
});

describe('prices', () => {
  const codeOf = async (skuId: string, more: object) =>
    (await anOffer(skuId, more)).body.code as string | undefined;

  test('below cost are refused unless marked clearance', async () => {
    const { skuId } = await aSku();
    expect(await codeOf(skuId, { price: fen(499) })).toBe('PRICE_NOT_LAWFUL');
    expect(await codeOf(skuId, { tiers: [{ fromUnits: 5, price: fen(499) }] })).toBe('PRICE_NOT_LAWFUL');
    expect(await codeOf(skuId, { price: fen(499), clearance: true })).toBeUndefined();
    expect(await codeOf(skuId, {})).toBe('ALREADY_EXISTS');
  });

  test('of tiers must fall', async () => {
    const { skuId } = await aSku();
    expect(await codeOf(skuId, { tiers: [{ fromUnits: 5, price: fen(990) }] })).toBe('PRICE_NOT_LAWFUL');
    const rising = [
      { fromUnits: 5, price: fen(700) },
      { fromUnits: 9, price: fen(800) },
    ];
    expect(await codeOf(skuId, { tiers: rising })).toBe('MALFORMED_REQUEST');
  });

  test('are struck through only when they were really asked in the last thirty days', async () => {
    const { skuId } = await aSku();
    expect(await codeOf(skuId, { strikePrice: fen(1_500) })).toBe('PRICE_NOT_LAWFUL');
    await anOffer(skuId, { price: fen(1_200) });
    const { body: next } = await post('/cycles', {
      cityId: 'cit_1',
      opensAt: instant(10),
      cutoffAt: instant(20),
      pickupDate: '2026-03-05',
    });
    const inNext = (strike: number) =>
      post('/offers', { cycleId: next.cycleId, skuId, price: fen(990), strikePrice: fen(strike), stock: 1 });
    expect((await inNext(1_201)).body.code).toBe('PRICE_NOT_LAWFUL');
    const history = await world.get(`/skus/${skuId}/price-history?cycleId=${next.cycleId}`, 'operator');
    expect(history.body.highestStrikePrice).toEqual(fen(1_200));
    expect((await inNext(1_200)).status).toBe(201);
  });

  test('may change while the cycle is open; the old one stays in the history', async () => {
    const { skuId } = await aSku();
    const { body: offer } = await anOffer(skuId);
    const change = (body: object) => world.patch(`/offers/${offer.offerId}`, body);
    expect((await change({ version: 1, price: fen(890), limitPerShopper: 3 })).body).toMatchObject({
      price: fen(890),
      limitPerShopper: 3,
      version: 2,
    });
    expect((await change({ version: 2, limitPerShopper: null })).body.limitPerShopper).toBeUndefined();
    expect((await change({ version: 3, price: fen(100) })).body.code).toBe('PRICE_NOT_LAWFUL');
    expect((await change({ version: 2, rank: 1 })).body.code).toBe('CHANGED_MEANWHILE');
    expect((await change({ version: 3, group: { kind: 'units', count: 5 } })).body.code).toBe(
      'CYCLE_NOT_EDITABLE',
    );
    expect((await world.offer(String(offer.offerId))).prices.map(({ price }) => price.amount)).toEqual([
      990, 890,
    ]);
    world.pass(5 * hour);
    expect((await change({ version: 3, rank: 1 })).body.code).toBe('CYCLE_NOT_EDITABLE');
  });
});

describe('stock', () => {
  test('is adjusted with a reason, once per request, never below what is held or sold', async () => {
    await world.offers({});
    await world.reserve('ord_1', { off_1: 6 });
    const adjust = (units: number, key: string) =>
      post('/offers/off_1/stock-adjustments', { units, reason: 'spoilage', note: '压坏' }, key);
    expect((await adjust(-5, 'a')).body).toMatchObject({ code: 'STOCK_BELOW_SOLD', available: 4 });
    expect((await adjust(-4, 'b')).body).toMatchObject({ available: 0, held: 6 });
    expect((await adjust(-4, 'b')).body).toMatchObject({ available: 0, held: 6 });
    expect((await adjust(-3, 'b')).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await adjust(2, 'c')).body.available).toBe(2);
    const { items, nextCursor } = (await world.get('/offers/off_1/stock-adjustments?limit=1', 'operator'))
      .body;
    expect(items).toMatchObject([{ units: 2, reason: 'spoilage', by: 'acc_operator' }]);
    const rest = await world.get(`/offers/off_1/stock-adjustments?limit=1&cursor=${nextCursor}`, 'operator');
    expect(rest.body).toMatchObject({ items: [{ units: -4 }] });
  });

  test('is in the books to the last unit', async () => {
    await world.offers({}, { _id: anId('off_2'), initial: 5 });
    await world.reserve('ord_1', { off_1: 6, off_2: 1 });
    await world.reserve('ord_2', { off_1: 1 });
    await world.confirm('ord_2');
    const books = await world.get(`/cycles/${openCycleId}/stock-books`, 'operator');
    expect(books.body).toMatchObject({
      balanced: true,
      totals: { initial: 15, adjusted: 0, available: 7, held: 7, sold: 1, difference: 0 },
      offers: { items: [{ offerId: 'off_1', held: 6, sold: 1 }, { offerId: 'off_2' }] },
    });
    await world.collections.offers.updateOne({ _id: anId('off_2') }, { $inc: { available: 1 } });
    const wrong = await world.get(`/cycles/${openCycleId}/stock-books`, 'operator');
    expect(wrong.body).toMatchObject({ balanced: false, totals: { difference: -1 } });
  });

  test('of a withdrawn offer is not for sale until it is back', async () => {
    await world.offers({});
    const withdraw = () => post('/offers/off_1/withdrawal', {});
    expect((await withdraw()).body).toMatchObject({ onSale: false, version: 2 });
    expect((await withdraw()).body.version).toBe(2);
    await expect(world.reserve('ord_1', { off_1: 1 })).rejects.toMatchObject({ code: 'OFFER_NOT_ON_SALE' });
    await world.http.delete('/offers/off_1/withdrawal').set('Authorization', 'Bearer operator').expect(200);
    expect((await world.reserve('ord_1', { off_1: 1 })).reservation.status).toBe('held');
  });
});

describe('pictures', () => {
  const picture = (width = 1_200, height = 800) =>
    sharp({ create: { width, height, channels: 3, background: '#c33' } })
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .jpeg()
      .toBuffer();
  const upload = (bytes: Buffer) =>
    world.http.post('/pictures').set('Authorization', 'Bearer operator').attach('file', bytes, 'photo.jpg');

  test('are kept in three sizes without what they said about their maker', async () => {
    const { body, status } = await upload(await picture());
    expect([status, body.width, body.height]).toEqual([201, 960, 640]);
    const small = await world.get(String(body.urls.small).replace('/api', ''));
    expect(small.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(await sharp(small.body as Buffer).metadata()).toMatchObject({
      width: 160,
      height: 107,
      format: 'webp',
    });
    expect((await sharp(small.body as Buffer).metadata()).exif).toBeUndefined();
    expect((await upload(await picture())).body.pictureId).toBe(body.pictureId);
  });

  test('that cannot be read, or only pretend, are refused', async () => {
    const broken = (await picture()).subarray(0, 2_000);
    for (const bytes of [Buffer.from('<svg onload="alert(1)"/>'), broken])
      expect((await upload(bytes)).body.code).toBe('PICTURE_UNREADABLE');
    expect((await upload(Buffer.alloc(25 * 1024 * 1024))).body.code).toBe('BODY_TOO_LARGE');
    expect((await world.get('/pictures/pic_unknown/160.webp')).status).toBe(404);
    expect((await world.get('/pictures/pic_unknown/..%2F..%2Fx')).status).toBe(400);
  });
});
