import request from 'supertest';
import { defaultCityRules } from '../../shared/contracts/cityRules';
import { AccountId, OfferId, SessionId } from '../../shared/contracts/ids';
import { catalogInternal } from '../../shared/contracts/internal/catalog';
import { Role } from '../../shared/contracts/roles';
import { Unreachable } from '../../shared/kit/client/remoteProblem';
import { createClient, type Transport } from '../../shared/kit/client/client';
import { localTransport } from '../../shared/kit/client/localTransport';
import { createMetrics } from '../../shared/kit/metrics/metrics';
import { cny } from '../../shared/kit/money';
import { type CatalogAppDeps, createCatalogApp } from '../../services/catalog/app';
import { unitsHeld } from '../../services/catalog/domain/holdPage';
import { type Offer } from '../../services/catalog/domain/offer';
import { type Cycle } from '../../services/catalog/domain/range';
import { searchKeys } from '../../shared/kit/search/keys';
import { collectionsOn } from '../../services/catalog/storage/collections';
import { anId } from './anId';
import { testDatabase } from './database';
import { recordingBus } from './recordingBus';
import { memoryFiles } from './memoryFiles';

export const openCycleId = anId('cyc_open');
const cityId = anId('cit_1');
const hour = 3600 * 1000;

/** Catalog on a database of its own, with a clock that the test moves, one city and one open cycle. */
export async function catalogWorld(overrides: Partial<CatalogAppDeps> = {}) {
  const { connection } = await testDatabase('catalog', { emptied: true });
  let at = new Date('2026-03-01T10:00:00.000Z');
  const now = () => at;
  const { bus, own, events, log } = recordingBus(now);
  const delivery = { up: true, asked: 0 };
  const call: Transport = (endpoint, input) => {
    delivery.asked += 1;
    if (!delivery.up) return Promise.reject(new Unreachable('delivery', 'down'));
    if (endpoint.id === 'delivery.listPickupPointCards')
      return Promise.resolve({ items: ['ppt_01', 'ppt_02'].map(pointCard) });
    const [pickupPointId] = (input.body as { pickupPointIds: string[] }).pickupPointIds;
    return Promise.resolve({
      pickupPoints: pickupPointId?.startsWith('ppt_0') ? [pointCard(pickupPointId)] : [],
    });
  };
  const deps: CatalogAppDeps = {
    mongo: connection,
    bus: own,
    call,
    auth: {
      account: (token) => Promise.resolve(accountOf(token)),
      service: () => Promise.resolve({ kind: 'service', service: 'orders' }),
      current: (caller) => Promise.resolve(caller),
    },
    now,
    log,
    metrics: createMetrics('catalog'),
    pictureStore: memoryFiles(),
    ...overrides,
  };
  const app = await createCatalogApp(deps);
  const http = request(app.express);
  const collections = collectionsOn(connection);
  const internal = createClient(
    catalogInternal,
    localTransport('orders', () => app.api),
  );

  const world = {
    app,
    deps,
    connection,
    collections,
    events,
    delivery,
    http,
    internal,
    bus,
    now,
    pass: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
    /** Another process of the service on the same data. */
    another: (other: Partial<CatalogAppDeps> = {}) => createCatalogApp({ ...deps, ...other }),
    get: (path: string, token?: string) => authorised(http.get(path), token),
    post: (path: string, body: object, token = 'operator', key = 'key') =>
      authorised(http.post(path), token).set('Idempotency-Key', key).send(body),
    patch: (path: string, body: object, token = 'operator') => authorised(http.patch(path), token).send(body),
    async offers(...offers: Partial<Offer>[]): Promise<void> {
      if (offers.length > 0) await collections.offers.insertMany(offers.map((offer) => anOffer(offer, at)));
    },
    offer: async (id = 'off_1'): Promise<Offer> => {
      const offer = await collections.offers.findOne({ _id: OfferId.parse(id) });
      if (!offer) throw new Error(`there is no ${id}`);
      return offer;
    },
    /** available, held and sold of an offer, after checking that nothing got lost. */
    async figures(id = 'off_1'): Promise<{ available: number; held: number; sold: number }> {
      const offer = await world.offer(id);
      const { initial, adjusted, available, sold } = offer;
      const held = unitsHeld(offer);
      if (initial + adjusted !== available + held + sold)
        throw new Error(`${id}: ${initial} + ${adjusted} ≠ ${available} + ${held} + ${sold}`);
      return { available, held, sold };
    },
    reserve: (
      orderId: string,
      lines: Record<string, number>,
      { accountId = `acc_${orderId.slice(4)}`, placing = `place-${orderId}` } = {},
    ) =>
      internal.reserve({
        body: {
          orderId,
          placing,
          accountId,
          cycleId: openCycleId,
          lines: Object.entries(lines).map(([offerId, quantity], index) => ({
            lineId: `l${index + 1}`,
            offerId,
            quantity,
          })),
        },
      }),
    confirm: (orderId: string) => internal.confirmReservation({ params: { orderId: orderId } }),
    release: (orderId: string) => internal.releaseReservation({ params: { orderId: orderId } }),
    leave: (orderId: string, placing = `place-${orderId}`) =>
      internal.leaveReservation({ params: { orderId }, body: { placing } }),
    returnLines: (orderId: string, ...lineIds: string[]) =>
      internal.returnLines({ params: { orderId: orderId }, body: { lineIds: lineIds } }),
    /** Runs what the service does by itself, as often as the test wants. */
    stop: () => app.close(),
  };
  await collections.cities.insertOne({
    _id: cityId,
    name: { zh: '杭州', en: 'Hangzhou' },
    timeZone: 'Asia/Shanghai',
    centre: { lng: 120.15, lat: 30.28 },
    rules: defaultCityRules,
    version: 1,
    windows: [],
    outbox: [],
  });
  await collections.cycles.insertOne(
    aCycle({ opensAt: new Date(at.getTime() - hour), cutoffAt: new Date(at.getTime() + 5 * hour) }),
  );
  return world;
}

export type CatalogWorld = Awaited<ReturnType<typeof catalogWorld>>;

export const aCycle = (cycle: Partial<Cycle>): Cycle => ({
  _id: openCycleId,
  cityId,
  timeZone: 'Asia/Shanghai',
  opensAt: new Date('2026-03-01T09:00:00.000Z'),
  cutoffAt: new Date('2026-03-01T15:00:00.000Z'),
  pickupDate: '2026-03-02',
  version: 1,
  outbox: [],
  ...cycle,
});

/** An offer on sale in the open cycle with ten units. `available` follows `initial`. */
export function anOffer(offer: Partial<Offer>, at: Date): Offer {
  const initial = offer.initial ?? 10;
  const title = offer.title ?? { zh: '西红柿', en: 'Tomatoes' };
  const id = offer._id ?? anId('off_1');
  return {
    _id: id,
    cycleId: openCycleId,
    cityId,
    productId: anId('prd_1'),
    skuId: anId(`sku_${id.slice(4)}`),
    categoryId: anId('cat_1'),
    title,
    pack: { zh: '约 500 克', en: 'about 500 g' },
    soldBy: 'piece',
    nominalGrams: 500,
    temperature: 'ambient',
    fresh: true,
    supplierId: anId('sup_1'),
    supplierName: '绿野',
    caseUnits: 10,
    supplierMinimumUnits: 0,
    search: searchKeys([title.zh, title.en]),
    price: cny(990),
    clearance: false,
    tiers: [],
    flash: false,
    commissionBasisPoints: 1_000,
    rank: 0,
    onSale: true,
    version: 1,
    prices: [{ price: cny(990), from: at }],
    createdAt: at,
    initial,
    adjusted: 0,
    available: initial,
    sold: 0,
    holds: [],
    returns: [],
    adjustments: [],
    outbox: [],
    ...offer,
  };
}

const pointCard = (pickupPointId: string) => ({
  pickupPointId,
  cityId,
  name: '翠苑',
  address: '文三路',
  position: { lng: 120.1, lat: 30.2 },
  open: true,
});

/** The token names the role. */
const accountOf = (token: string) => ({
  kind: 'account' as const,
  accountId: AccountId.parse(`acc_${token}`),
  sessionId: SessionId.parse('ses_1'),
  roles: ['shopper' as const, ...(token === 'shopper' ? [] : [Role.parse(token)])],
});

const authorised = (test: request.Test, token?: string): request.Test =>
  token === undefined ? test : test.set('Authorization', `Bearer ${token}`);
