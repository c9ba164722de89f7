import sharp from 'sharp';
import { anId } from '../../tests/support/anId';
import { type CatalogWorld, catalogWorld, openCycleId } from '../../tests/support/catalog';

/** What the operator's screens ask for beyond reading and changing one thing. */
let world: CatalogWorld;
let keys = 0;
beforeEach(async () => {
  world = await catalogWorld();
});
afterEach(() => world.stop());

const post = (path: string, body: object) => world.post(path, body, 'operator', `key-${(keys += 1)}`);
type Body = { items: unknown[]; offers: { items: unknown[]; nextCursor: string } };
const read = async (path: string) => (await world.get(path, 'operator')).body as Body;
const aPicture = async (): Promise<string> => {
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#3c3' } })
    .png()
    .toBuffer();
  const { body } = await world.http
    .post('/pictures')
    .set('Authorization', 'Bearer operator')
    .attach('file', bytes, 'leaf.png');
  return String(body.pictureId);
};

async function aProduct(more: object = {}): Promise<{ productId: string }> {
  const category = await post('/categories', { name: { zh: '蔬菜', en: 'Vegetables' }, position: 1 });
  const product = await post('/products', {
    categoryId: category.body.categoryId,
    title: { zh: '西红柿', en: 'Tomatoes' },
    temperature: 'ambient',
    fresh: true,
    ...more,
  });
  return product.body as { productId: string };
}

describe('a product', () => {
  test('tells its pictures with their ids and what they show, and how to keep it', async () => {
    const pictureId = await aPicture();
    const alt = { zh: '一篮西红柿', en: 'A basket of tomatoes' };
    const storageAdvice = { zh: '室温放置', en: 'Keep it out of the fridge' };
    const { productId } = await aProduct({
      pictureIds: [pictureId],
      pictureAlts: [{ pictureId, alt }],
      storageAdvice,
    });
    expect(await read(`/products/${productId}`)).toMatchObject({
      pictures: [{ pictureId, alt }],
      storageAdvice,
    });
  });

  test('loses a text that is taken away, and keeps what is not named', async () => {
    const words = { zh: '甜', en: 'Sweet' };
    const { productId } = await aProduct({ description: words, storageAdvice: words });
    const { body } = await world.patch(`/products/${productId}`, { version: 1, description: null });
    expect(body).toMatchObject({ storageAdvice: words });
    expect(body).not.toHaveProperty('description');
  });
});

test('a supplier loses its phone number when that is taken away', async () => {
  const { body } = await post('/suppliers', { name: '绿野', phone: '13800138000' });
  const changed = await world.patch(`/suppliers/${body.supplierId}`, { version: 1, phone: null });
  expect(changed.body).toMatchObject({ name: '绿野', version: 2 });
  expect(changed.body).not.toHaveProperty('phone');
});

describe('offers of a cycle', () => {
  const titles = async (query: string) =>
    ((await read(`/cycles/${openCycleId}/offers${query}`)).items as { title: { en: string } }[]).map(
      ({ title }) => title.en,
    );

  test('are found by words and by whether they are on sale', async () => {
    await world.offers(
      { title: { zh: '苹果', en: 'Apples' } },
      { _id: anId('off_2'), title: { zh: '土豆', en: 'Potatoes' }, onSale: false },
    );
    expect(await titles('')).toEqual(['Apples', 'Potatoes']);
    expect(await titles('?q=tudou')).toEqual(['Potatoes']);
    expect(await titles('?onSale=true')).toEqual(['Apples']);
    expect(await titles('?onSale=false&q=apples')).toEqual([]);
  });

  test('that are nearly gone come first in the books, page by page', async () => {
    await world.offers(
      { initial: 9 },
      { _id: anId('off_2'), initial: 2 },
      { _id: anId('off_3'), initial: 2 },
    );
    const page = (cursor = '') => read(`/cycles/${openCycleId}/stock-books?sort=low&limit=2${cursor}`);
    const first = await page();
    expect(first.offers.items).toMatchObject([{ available: 2 }, { available: 2, onSale: true }]);
    const rest = await page(`&cursor=${encodeURIComponent(first.offers.nextCursor)}`);
    expect(rest.offers.items).toMatchObject([{ offerId: 'off_1', available: 9 }]);
    expect(await read(`/cycles/${openCycleId}/stock-books?sort=low&cursor=x`)).toMatchObject({
      code: 'MALFORMED_REQUEST',
    });
  });
});

test('a price that is not lawful is refused with the rule that it breaks', async () => {
  const { productId } = await aProduct();
  const supplier = await post('/suppliers', { name: '绿野' });
  const fen = (amount: number) => ({ amount, currency: 'CNY' });
  const sku = await post(`/products/${productId}/skus`, {
    pack: { zh: '一份', en: 'one pack' },
    soldBy: 'piece',
    nominalGrams: 500,
    unitCost: fen(500),
    supplierId: supplier.body.supplierId,
    caseUnits: 10,
    supplierMinimumUnits: 0,
  });
  const offer = (more: object) =>
    post('/offers', { cycleId: openCycleId, skuId: sku.body.skuId, price: fen(990), stock: 1, ...more });
  const broken = { code: 'PRICE_NOT_LAWFUL', rule: 'below_cost' };
  expect((await offer({ price: fen(400) })).body).toMatchObject(broken);
  expect((await offer({ tiers: [{ fromUnits: 5, price: fen(1200) }] })).body.rule).toBe('tier_not_cheaper');
  expect((await offer({ strikePrice: fen(900) })).body.rule).toBe('strike_not_higher');
  expect((await offer({ strikePrice: fen(1900) })).body.rule).toBe('strike_without_history');
});
