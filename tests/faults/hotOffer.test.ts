import { createConnection } from 'mongoose';
import { HttpLoad, type Sent } from '../../bench/httpLoad';
import { catalogApi } from '../../shared/contracts/catalog';
import { identityApi } from '../../shared/contracts/identity';
import { cny } from '../../shared/contracts/money';
import { createClient } from '../../shared/kit/client/client';
import { httpTransport } from '../../shared/kit/client/httpTransport';
import { type Offer } from '../../services/catalog/domain/offer';
import { unitsHeld } from '../../services/catalog/domain/holdPage';
import { signedInTokens } from '../support/security/tokens';
import { type SpreadOut, startSpreadOut } from '../support/spreadOut';
import { describeWith } from '../support/tools';

jest.setTimeout(180_000);

const units = 1_000;
const buyers = 5_000;
/**
 * So many of them are on the line at each door at once. More, all in the same instant, hold up a process for so long on a slow machine that
 * the gateway takes it to hang, and turns everybody away: with reason, but nothing is sold by that.
 */
const connections = 100;
const priceFen = 990;
const pickupPointIds = Array.from({ length: 20 }, (_, at) => `ppt_${String(at + 1).padStart(3, '0')}`);

type Shop = { readonly cycleId: string; readonly offerId: string };

describeWith('redis-server')('a hot offer, with two processes of catalog and of orders', () => {
  let system: SpreadOut;
  let doors: readonly HttpLoad[];
  beforeAll(async () => {
    system = await startSpreadOut();
    const catalog = await system.startAnother('catalog');
    const orders = await system.startAnother('orders', { CATALOG_URL: catalog });
    doors = [`${system.url}/api`, orders].map((url) => new HttpLoad(url, connections));
  });
  afterAll(async () => {
    for (const door of doors) door.close();
    await system.close();
  });

  test('sells exactly what there is to many more buyers at once, and refuses each of the others clearly', async () => {
    const shop = await openShop(system.url);
    const people = Array.from({ length: buyers }, (_, at) => ({
      accountId: `acc_buyer${at}`,
      roles: ['shopper'],
    }));
    const tokens = await signedInTokens(system.mongoUri, people, system.time.now());
    const replies = await Promise.all(
      tokens.map((token, at) =>
        order(doors[at % 2]!, at % 2 ? '/orders' : '/api/orders', { token, at, ...shop }),
      ),
    );

    const outcomes = new Map<string, number>();
    for (const reply of replies) {
      const outcome = reply.status === 201 ? 'sold' : String((reply.body as { code?: string }).code);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(Object.fromEntries(outcomes)).toEqual({ sold: units, OUT_OF_STOCK: buyers - units });
    expect(await inDatabase(system.mongoUri, shop)).toEqual({ orders: units, available: 0, held: units });
  });
});

type Wish = Shop & { readonly token: string; readonly at: number };

/** Orders one unit, and asks again with the same key when told to or cut off: that is what a phone does. */
async function order(door: HttpLoad, path: string, { token, at, cycleId, offerId }: Wish): Promise<Sent> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': `hot-${at}` };
  const body = {
    cycleId,
    pickupPointId: pickupPointIds[at % pickupPointIds.length],
    lines: [{ offerId, quantity: 1 }],
    recipient: { name: '王小美', phone: '13900000000' },
    expectedTotal: cny(priceFen),
  };
  for (;;) {
    const sent = door.send('POST', path, { headers, body, readBody: true });
    const reply = await sent.catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
      return undefined;
    });
    if (reply && reply.status !== 503) return reply;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** An operator puts a new offer into the cycle that is open. */
async function openShop(url: string): Promise<Shop> {
  const as = (token?: string) =>
    httpTransport({
      baseUrl: `${url}/api`,
      authorization: () => Promise.resolve(token === undefined ? undefined : `Bearer ${token}`),
    });
  const operator = { username: 'operator', password: 'lintuan-demo' };
  const { tokens } = await createClient(identityApi, as()).signInWithPassword({ body: operator });
  const catalog = createClient(catalogApi, as(tokens.accessToken));
  const { cycle } = await catalog.readCurrentCycle({ query: { pickupPointId: pickupPointIds[0]! } });
  const { items } = await catalog.listCategories({});
  const { supplierId } = await catalog.addSupplier({ body: { name: '热卖农场' } });
  const name = { zh: '热卖草莓', en: 'Hot strawberries' };
  const { productId } = await catalog.addProduct({
    body: { categoryId: items[0]!.categoryId, title: name, temperature: 'ambient', fresh: true },
  });
  const { skuId } = await catalog.addSku({
    params: { productId },
    body: {
      pack: { zh: '一盒', en: 'one box' },
      unitCost: cny(500),
      caseUnits: 10,
      supplierMinimumUnits: 0,
      soldBy: 'piece',
      nominalGrams: 500,
      supplierId,
    },
  });
  const { cycleId } = cycle!;
  const { offerId } = await catalog.addOffer({
    body: { cycleId, skuId, price: cny(priceFen), stock: units, flash: true },
  });
  return { cycleId, offerId };
}

async function inDatabase(mongoUri: string, { offerId }: Shop) {
  const connection = await createConnection(mongoUri).asPromise();
  try {
    const client = connection.getClient();
    const orders = await client
      .db('lintuan_orders')
      .collection('orders')
      .countDocuments({ 'lines.offer.offerId': offerId, status: 'awaiting_payment' });
    const offer = await client
      .db('lintuan_catalog')
      .collection<Pick<Offer, 'available' | 'holds' | 'holdPages'> & { _id: string }>('offers')
      .findOne({ _id: offerId });
    return { orders, available: offer?.available, held: offer && unitsHeld(offer) };
  } finally {
    await connection.close();
  }
}
