import { type Connection, type mongo } from 'mongoose';
import { auditApis } from '../shared/contracts/audit';
import { catalogApi } from '../shared/contracts/catalog';
import { deliveryApi } from '../shared/contracts/delivery';
import { type Endpoint } from '../shared/contracts/endpoint';
import { identityApi } from '../shared/contracts/identity';
import { AccountId, SessionId } from '../shared/contracts/ids';
import { catalogInternal } from '../shared/contracts/internal/catalog';
import { deliveryInternal } from '../shared/contracts/internal/delivery';
import { identityInternal } from '../shared/contracts/internal/identity';
import { ordersInternal } from '../shared/contracts/internal/orders';
import { ordersApi } from '../shared/contracts/orders';
import { type Role, type ServiceName } from '../shared/contracts/roles';
import { settlementApi } from '../shared/contracts/settlement';
import { localTransport } from '../shared/kit/client/localTransport';
import { type AccountCaller } from '../shared/kit/http/caller';
import { createMetrics } from '../shared/kit/metrics/metrics';
import { migrate } from '../shared/kit/mongo/migrations';
import { type ServiceApp, type ServiceDeps } from '../shared/kit/service';
import { createCatalogApp } from '../services/catalog/app';
import { catalogMigrations } from '../services/catalog/storage/migrations';
import { createDeliveryApp } from '../services/delivery/app';
import { deliveryMigrations } from '../services/delivery/storage/migrations';
import { createIdentityApp } from '../services/identity/app';
import { identityMigrations } from '../services/identity/storage/migrations';
import { createOrdersApp } from '../services/orders/app';
import { ordersMigrations } from '../services/orders/storage/migrations';
import { createSettlementApp } from '../services/settlement/app';
import { settlementMigrations } from '../services/settlement/storage/migrations';
import { testDatabase } from './support/database';
import { layEarlierDatabase } from './support/earlierData';
import { examinedBy } from './support/examined';
import { manyOfAll } from './support/manyOfAll';
import { memoryFiles } from './support/memoryFiles';
import { recordingBus } from './support/recordingBus';

jest.setTimeout(180_000);

/** The day of a real demo start, with hundreds more of every thing in every collection: of the same people and places, and of others. */
const release = 'data-2026-11-30';
/** Settlement came later: what it is asked lies in its own database, of another demo start. */
const releaseOf = (service: Backend) => (service === 'settlement' ? 'data-2026-12-01' : release);
const now = () => new Date('2026-11-30T11:00:00Z');
const many = 120;

const contracts = [
  ...[identityApi, catalogApi, ordersApi, deliveryApi, settlementApi],
  ...[identityInternal, catalogInternal, ordersInternal, deliveryInternal],
  ...Object.values(auditApis),
].flatMap((api: Readonly<Record<string, Endpoint>>) => Object.values(api));
const migrations = {
  identity: identityMigrations,
  catalog: catalogMigrations,
  orders: ordersMigrations,
  delivery: deliveryMigrations,
  settlement: settlementMigrations,
};
type Backend = keyof typeof migrations;

const apps = new Map<ServiceName, ServiceApp>();
const connections = new Map<ServiceName, Connection>();
/** Some of the documents that were copied. */
const stored = new Map<Backend, Map<string, mongo.Document[]>>();

beforeAll(async () => {
  for (const name of Object.keys(migrations) as Backend[]) {
    const { connection } = await testDatabase(name, { monitorCommands: true });
    const db = connection.db!;
    await layEarlierDatabase(releaseOf(name), `lintuan_${name}`, db);
    const { own, log } = recordingBus(now);
    await migrate(connection, migrations[name], { log });
    stored.set(name, await manyOfAll(db, many));
    await layAuditEntries(db, name);
    connections.set(name, connection);
    apps.set(
      name,
      await createApp(name, {
        ...{ mongo: connection, bus: own, now, log, metrics: createMetrics(name) },
        call: localTransport(name, ({ service }) => apps.get(service)!.api),
        auth: {
          account: () => Promise.reject(new Error('callers are known')),
          service: () => Promise.reject(new Error('callers are known')),
          current: (caller) => Promise.resolve(caller),
        },
      }),
    );
  }
});
afterAll(async () => {
  for (const app of apps.values()) await app.close();
});

/** Half of them by one operator, each about one of some things. */
async function layAuditEntries(db: mongo.Db, service: Backend): Promise<void> {
  const entries = Array.from({ length: 400 }, (_, n) => ({
    _id: `aud_${n}` as unknown as mongo.ObjectId,
    at: new Date(Date.parse('2026-11-30T08:00:00Z') + n * 20_000),
    actor: { kind: 'account', accountId: n % 2 === 0 ? 'acc_operator' : 'acc_leader001', role: 'operator' },
    ...{ operation: `${service}.change${'ABCDEFGHIJ'[n % 10]}`, subjects: [`thing_${n % 20}`, `other_${n}`] },
    ...{ request: '{}', outcome: 'done', changes: [], sequence: n + 1, previousHash: '', hash: '' },
  }));
  await db.collection('audit_entries').insertMany(entries);
}

function createApp(name: Backend, deps: ServiceDeps): Promise<ServiceApp> {
  switch (name) {
    case 'identity':
      return createIdentityApp({
        ...deps,
        wechat: { apiUrl: 'http://127.0.0.1:9', appId: 'wx1', appSecret: 'secret' },
      });
    case 'catalog':
      return createCatalogApp({ ...deps, pictureStore: memoryFiles() });
    case 'delivery':
      return createDeliveryApp({ ...deps, photoFiles: memoryFiles() });
    case 'settlement':
      return createSettlementApp(deps);
    case 'orders':
      return createOrdersApp({
        ...deps,
        claimPhotoFiles: memoryFiles(),
        payments: {
          publicUrl: 'https://shop.example',
          stripe: {
            ...{ secretKey: 'sk_test_nobody', webhookSecret: 'whsec_nobody' },
            ...{ api: { host: '127.0.0.1', port: 9, protocol: 'http' } },
          },
        },
      });
  }
}

const neighbour = { kind: 'service', service: 'gateway' } as const;

type Wish = {
  readonly as?: AccountCaller | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** It was asked once before. */
  readonly askedBefore?: true;
  /** It is refused for what it reads. */
  readonly refused?: string;
};
/** What is asked; or why an operation may look at more than it gives. */
type Case = readonly (() => Wish)[] | { readonly because: string };

const person = (accountId: string, ...roles: Role[]): AccountCaller => ({
  kind: 'account',
  accountId: AccountId.parse(accountId),
  sessionId: SessionId.parse('ses_1'),
  roles: ['shopper', ...roles],
});
const boss = person('acc_operator', 'operator');
const leader = person('acc_leader001', 'leader');
/** Has one pickup point, as leaders have: it was not copied. */
const leaderOfOne = person('acc_leader030', 'leader');
const courier = person('acc_courier01', 'courier');
const cityId = 'cit_hangzhou';
const pickupPointId = 'ppt_001';
const cycleId = 'cyc_20261129';
const limit = '10';

/** A field of a stored document of a collection. */
const some = (service: Backend, collection: string, field = '_id', at = 0): string => {
  const value = stored.get(service)?.get(collection)?.[at]?.[field] as unknown;
  if (typeof value !== 'string') throw new Error(`There is no ${collection} with ${field}`);
  return value;
};
const orderId = () => some('orders', 'orders');
const shopper = () => person(some('orders', 'orders', 'accountId'));
const consolidationId = () => some('orders', 'consolidations');
const stopId = () => some('delivery', 'receipts');
const groupOrderId = () => some('orders', 'orders', 'groupOrderId');
const skuId = () => some('catalog', 'skus');
const offerId = () => some('catalog', 'offers');
const ofGroup = (query: Wish['query'] = {}) => [
  () => ({ as: leader, params: { groupOrderId: groupOrderId() }, query }),
];
const ofConsolidation = (query: Wish['query'] = {}) => [
  () => ({ as: boss, params: { consolidationId: consolidationId() }, query }),
];
const byOperator = (query: Wish['query'] = {}) => [() => ({ as: boss, query })];
const inCycle = (query: Wish['query'] = {}) => [() => ({ as: boss, params: { cycleId }, query })];
const search = (query: Wish['query']) => () => ({ as: boss, query: { limit, ...query } });
const ofSupplier = (query: Wish['query'] = {}) => [
  () => ({ as: boss, params: { supplierId: some('settlement', 'supplier_payments', 'supplierId') }, query }),
];
const period = { from: '2026-11-01', to: '2026-11-29' };
const payoutId = () => some('settlement', 'payouts');
const ofPayout = (query: Wish['query'] = {}) => [
  () => ({ as: boss, params: { payoutId: payoutId() }, query }),
];
const ofClose = (query: Wish['query'] = {}) => [
  () => ({ as: boss, params: { provider: 'stripe', day: '2026-11-22' }, query }),
];
const ofAudit = (service: string): Case => [
  ...byOperator({ limit }),
  search({ subject: 'thing_3' }),
  search({ accountId: 'acc_operator', from: '2026-11-30T09:00:00.000Z', until: '2026-11-30T10:30:00.000Z' }),
  search({ operation: `${service}.changeD` }),
];
const remembered =
  'the offers of a cycle are read once and remembered: all lists of all shoppers are made of them';

/**
 * The nearest pickup points are not asked for: the database looks for them in growing rings, and how many it meets is a matter of how
 * densely they lie.
 */
const cases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(
    Object.keys(auditApis).map((service) => [`${service}.listAuditEntries`, ofAudit(service)]),
  ),
  'identity.getMe': [() => ({ as: shopper() })],
  'identity.listAddresses': [() => ({ as: shopper() })],
  'identity.listMyApplications': [
    () => ({ as: person(some('identity', 'leader_applications', 'accountId')), query: { limit } }),
  ],
  'identity.listLeaderApplications': [
    ...byOperator({ limit }),
    search({ status: 'pending' }),
    search({ status: 'rejected' }),
  ],
  'identity.listAccounts': [
    ...byOperator({ limit }),
    search({ search: '13800000001' }),
    search({ role: 'operator' }),
    search({ role: 'courier' }),
  ],
  'identity.getAccount': [() => ({ as: boss, params: { accountId: 'acc_shopper0301' } })],
  'identity.getSigningKeys': [() => ({})],
  'identity.getRights': [
    () => ({ refused: 'NOT_SIGNED_IN', params: { accountId: 'acc_operator', sessionId: 'ses_1' } }),
  ],
  'identity.listEndedSessions': [() => ({ query: { since: '2026-11-30T10:00:00.000Z' } })],
  'identity.lookUpAccounts': [() => ({ body: { accountIds: ['acc_leader001', 'acc_courier01'] } })],
  'catalog.listCities': [() => ({ query: { limit } })],
  'catalog.readCity': [() => ({ params: { cityId } })],
  'catalog.readCityRules': [() => ({ as: boss, params: { cityId } })],
  'catalog.listCategories': [() => ({ query: { limit } })],
  'catalog.listSuppliers': byOperator({ limit }),
  'catalog.readSupplier': [() => ({ as: boss, params: { supplierId: some('catalog', 'suppliers') } })],
  'catalog.listProducts': [
    ...byOperator({ limit }),
    () => ({ as: boss, query: { limit, categoryId: some('catalog', 'products', 'categoryId') } }),
  ],
  'catalog.readProduct': [() => ({ as: boss, params: { productId: some('catalog', 'products') } })],
  'catalog.readSku': [() => ({ as: boss, params: { skuId: skuId() } })],
  'catalog.listLots': [() => ({ as: boss, query: { limit, skuId: some('catalog', 'lots', 'skuId') } })],
  'catalog.readLot': [() => ({ as: boss, params: { lotId: some('catalog', 'lots') } })],
  'catalog.readCurrentCycle': [() => ({ query: { cityId } }), () => ({ query: { pickupPointId } })],
  'catalog.listCycles': byOperator({ cityId, limit }),
  'catalog.readCycle': [() => ({ params: { cycleId } })],
  'catalog.readStockBooks': {
    because: 'its totals are of every offer of the cycle, of which there are some hundred',
  },
  'catalog.listOffers': { because: remembered },
  'catalog.suggestSearches': { because: remembered },
  'catalog.readOffer': [() => ({ params: { offerId: offerId() } })],
  'catalog.listOfferRecords': inCycle({ limit }),
  'catalog.readOfferRecord': [() => ({ as: boss, params: { offerId: offerId() } })],
  'catalog.listStockAdjustments': [() => ({ as: boss, params: { offerId: offerId() }, query: { limit } })],
  'catalog.readPriceHistory': {
    because: 'it reads the cycles of the thirty days before, and all copies lie there',
  },
  'catalog.readPicture': { because: 'it reads no document: pictures are files' },
  'catalog.listCityRules': [() => ({ query: { limit } })],
  'catalog.getCityRules': [() => ({ params: { cityId } })],
  'catalog.getCycleTerms': [() => ({ params: { cycleId } })],
  'catalog.listCyclesByCutoff': [
    () => ({ query: { from: '2026-11-30T11:00:00.000Z', to: '2026-12-30T11:00:00.000Z' } }),
  ],
  'catalog.getOpenCycle': [() => ({ params: { cityId } })],
  'catalog.getOfferTerms': [() => ({ body: { offerIds: [offerId()] } })],
  'catalog.readStockLeft': [() => ({ body: { offerIds: [offerId()] } })],
  'catalog.findOffersOfSkus': [() => ({ params: { cycleId }, body: { skuIds: [skuId()] } })],
  'catalog.getSupplyTerms': [() => ({ body: { skuIds: [skuId()] } })],
  'catalog.findLots': [() => ({ body: { lotIds: [some('catalog', 'lots')] } })],
  'catalog.getSupplierContact': [() => ({ params: { supplierId: some('catalog', 'suppliers') } })],
  'orders.listOwnOrders': [
    () => ({ as: shopper(), query: { limit } }),
    () => ({ as: shopper(), query: { limit, status: 'awaiting_payment' } }),
    () => ({ as: shopper(), query: { limit, status: 'collected,closed' } }),
  ],
  'orders.searchOrders': [
    search({ cycleId }),
    search({ cycleId, status: 'failed' }),
    search({ cycleId, pickupPointId }),
    search({ cycleId, pickupPointId, status: 'failed' }),
    () => ({
      as: boss,
      query: { limit, accountId: some('orders', 'orders', 'accountId'), status: 'failed' },
    }),
    search({ cycleId, name: 'nobody' }),
    search({ cycleId, numberEnd: 'ZZZZ' }),
    search({ cycleId, totalFen: '7' }),
    search({ cycleId, pickupPointId, totalFen: '7', status: 'failed' }),
    search({ phone: '13900000301' }),
    search({ refund: 'failed' }),
  ],
  'orders.getOrder': [() => ({ as: shopper(), params: { orderId: orderId() } })],
  'orders.getClaimTerms': [() => ({ as: boss, params: { orderId: orderId() } })],
  'orders.listOrderClaims': [() => ({ as: boss, params: { orderId: orderId() } })],
  'orders.listMyClaims': [() => ({ as: shopper(), query: { limit } })],
  'orders.listClaimsToDecide': byOperator({ cityId, limit }),
  'orders.getClaim': [
    () => ({ as: boss, params: { orderId: orderId(), claimId: 'clm_1' }, refused: 'NOT_FOUND' }),
  ],
  'orders.getClaimCase': [
    () => ({ as: boss, params: { orderId: orderId(), claimId: 'clm_1' }, refused: 'NOT_FOUND' }),
  ],
  'orders.getClaimPhoto': { because: 'it reads one photo by its id, and its file' },
  'orders.listPaymentMethods': [() => ({ as: shopper(), query: { host: 'phone_browser' } })],
  'orders.getPayment': [() => ({ as: shopper(), params: { orderId: orderId() } })],
  'orders.listGroupOrders': [() => ({ as: leader, query: { pickupPointId, limit } })],
  'orders.getGroupOrder': [() => ({ as: leader, params: { groupOrderId: groupOrderId() } })],
  'orders.listGroupOrderMembers': ofGroup({ limit }),
  'orders.listGroupOrderProducts': {
    because: 'it adds up the orders of one pickup point on one day, which takes a bounded number',
  },
  'orders.listGroupMessages': [
    () => ({ as: shopper(), params: { groupOrderId: groupOrderId() }, query: { limit } }),
  ],
  'orders.listRecentOrders': [() => ({ params: { pickupPointId } })],
  'orders.listNeighbours': ofGroup(),
  'orders.listConsolidations': [...byOperator({ cityId, limit }), search({ cityId, cycleId })],
  'orders.getConsolidation': ofConsolidation(),
  'orders.listPurchaseOrders': ofConsolidation({ limit }),
  'orders.getPickList': ofConsolidation({ limit }),
  'orders.getSortList': ofConsolidation({ limit }),
  'orders.getPickupList': [...ofConsolidation({ limit }), ...ofConsolidation({ limit, pickupPointId })],
  'orders.listWeighingTasks': ofConsolidation({ limit }),
  'orders.listRecordedWeights': [...ofConsolidation({ limit }), ...ofConsolidation({ limit, pickupPointId })],
  'orders.listOrdersInLedger': [() => ({ query: { limit } })],
  // What an earlier release stored is booked when somebody asks first.
  'orders.getCycleBooks': [() => ({ as: boss, params: { cycleId }, askedBefore: true })],
  'orders.getConsolidationSummary': ofConsolidation(),
  'orders.listPurchases': ofConsolidation({ limit }),
  'orders.listStopLoads': ofConsolidation({ limit }),
  'orders.listOrdersToHandOut': [
    () => ({ params: { consolidationId: consolidationId(), pickupPointId }, query: { limit } }),
  ],
  'orders.getOrderToHandOut': [() => ({ params: { orderId: orderId() } })],
  'orders.getOrderStanding': [() => ({ params: { orderId: orderId() } })],
  'delivery.listPickupPoints': [() => ({ query: { cityId, limit } })],
  'delivery.listPickupPointCards': [() => ({ query: { limit } })],
  'delivery.listMyPickupPoints': [() => ({ as: leaderOfOne })],
  'delivery.listManagedPickupPoints': byOperator({ cityId, limit }),
  'delivery.getPickupPoint': [() => ({ params: { pickupPointId } })],
  'delivery.listFacilities': byOperator({ cityId, limit }),
  'delivery.listCouriers': byOperator({ cityId, limit }),
  'delivery.getMyCourierProfile': [() => ({ as: courier })],
  'delivery.listRoutePlans': [
    ...byOperator({ cityId, limit }),
    search({ cityId, pickupDate: '2026-11-30' }),
    search({ cityId, pickupDate: '2026-10-30' }),
  ],
  'delivery.getRoutePlan': ofConsolidation(),
  'delivery.listMyRoutes': [
    () => ({ as: courier, query: { limit } }),
    () => ({ as: courier, query: { limit, status: 'finished' } }),
  ],
  'delivery.listRoutes': [
    ...byOperator({ cityId, limit }),
    search({ cityId, pickupDate: '2026-11-30' }),
    search({ cityId, status: 'planned' }),
  ],
  'delivery.getRoute': [() => ({ as: boss, params: { routeId: some('delivery', 'routes') } })],
  'delivery.listMyStops': [
    () => ({ as: leaderOfOne, query: { limit } }),
    () => ({ as: leaderOfOne, query: { limit, pickupDate: '2026-10-30' } }),
  ],
  'delivery.getStop': [() => ({ as: boss, params: { stopId: stopId() } })],
  'delivery.listDiscrepancies': [
    ...byOperator({ limit }),
    search({ cityId }),
    () => ({ as: leaderOfOne, query: { limit } }),
  ],
  'delivery.getDeliveryPhoto': { because: 'it reads one photo by its id, and its file' },
  'delivery.getPickupCode': [() => ({ as: shopper(), params: { orderId: orderId() } })],
  'delivery.listHandOuts': (['waiting', 'ready', 'overdue', 'redeemed'] as const).map((state) => () => ({
    as: leader,
    params: { pickupPointId },
    query: { state, limit },
  })),
  'delivery.getHandOutList': [() => ({ as: leader, params: { pickupPointId }, query: { limit } })],
  'delivery.trackOrder': [() => ({ as: shopper(), params: { orderId: orderId() } })],
  'delivery.getPickupPointBoard': {
    because:
      'it counts what waits at one pickup point, which takes a bounded number, and is shared by all who look',
  },
  'delivery.getLiveCity': {
    because: 'it sums up what waits in the whole city, is for operators and is shared by all who look',
  },
  'settlement.getPayoutOverview': [() => ({ as: leader })],
  'settlement.listOwnPayouts': [() => ({ as: leader, query: { limit } })],
  'settlement.getPayout': ofPayout(),
  'settlement.listPayoutLines': ofPayout({ limit }),
  'settlement.listPayouts': [
    ...byOperator({ limit }),
    search({ waitingFor: 'approval' }),
    search({ waitingFor: 'arrival' }),
    search({ fileId: 'pfl_2BG84P1GYJARWJG00BCZJMNQSG' }),
  ],
  'settlement.listPayees': byOperator({ limit }),
  'settlement.listPayoutHolds': [...byOperator({ limit }), search({ accountId: 'acc_leader001' })],
  'settlement.listPayoutFiles': byOperator({ limit }),
  'settlement.getPayoutFile': [() => ({ as: boss, params: { fileId: some('settlement', 'payout_files') } })],
  'settlement.listEntriesOfAccount': (
    ['provider:stripe', 'leader:acc_leader001', 'platform:revenue'] as const
  ).map((account) => () => ({ as: boss, params: { account }, query: { limit } })),
  'settlement.listEntriesOfOrder': [
    () => ({ as: boss, params: { orderId: some('settlement', 'order_money') }, query: { limit } }),
  ],
  'settlement.listEntriesOfPayout': ofPayout({ limit }),
  'settlement.getFinanceOverview': {
    because:
      'it reads the sums of a fixed number of accounts, kind by kind, which are copied here, and seven days; what is open is counted in an index',
  },
  'settlement.listDayCloses': byOperator({ limit }),
  'settlement.getDayClose': ofClose(),
  'settlement.listDayDifferences': ofClose({ limit }),
  'settlement.listOpenDifferences': byOperator({ limit }),
  'settlement.getTrialBalance': byOperator(),
  'settlement.getCycleLedger': inCycle(),
  'settlement.getCommissionBalance': [() => ({ as: leader })],
  'settlement.listCommissionEntries': [() => ({ as: leader, query: { limit } })],
  'settlement.listSupplierOrders': [
    ...byOperator({ limit }),
    search({ cycleId: 'cyc_20261130' }),
    search({ supplierId: 'sup_meat' }),
    search({ cycleId: 'cyc_20261130', supplierId: 'sup_meat' }),
  ],
  'settlement.readSupplierOrder': [
    () => ({ as: boss, params: { purchaseOrderId: some('settlement', 'purchase_orders') } }),
  ],
  'settlement.listSupplierAccounts': byOperator({ limit }),
  'settlement.readSupplierAccount': ofSupplier(),
  'settlement.getSupplierStatement': ofSupplier(period),
  'settlement.listSupplierStatementLines': ofSupplier({ ...period, limit }),
  'settlement.listSupplierPayments': ofSupplier({ limit }),
  'settlement.listOwnDocuments': [
    () => ({ as: person('acc_shopper0001'), query: { limit } }),
    () => ({ as: person('acc_shopper0001'), query: { limit, kind: 'receipt' } }),
  ],
  'settlement.listDocuments': [...byOperator({ limit }), search({ kind: 'receipt' })],
  'settlement.readDocument': [
    () => ({ as: boss, params: { number: 'R2026-000001' }, query: { format: 'csv' } }),
  ],
  'delivery.lookUpPickupPoints': [() => ({ body: { pickupPointIds: [pickupPointId] } })],
  'delivery.listPointsOfLeader': [() => ({ params: { accountId: 'acc_leader030' } })],
};

/** Rows and things in a reply. */
const itemsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + itemsIn(one), 0);
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + itemsIn(one), 0)
    : 0;
};
/** An index leads near, pages look one item ahead, and rights and terms are looked up beside. */
const allowed = (items: number) => 30 + 4 * items;

test('every operation that reads is asked here, or says why it may look at more than it gives', () => {
  const reading = contracts.filter(({ method }) => method === 'get').map(({ id }) => id);
  expect(reading.filter((id) => !(id in cases))).toEqual([]);
  const known = new Set(contracts.map(({ id }) => id));
  expect(Object.keys(cases).filter((id) => !known.has(id))).toEqual([]);
});

test.each(['identity', 'catalog', 'orders', 'delivery', 'settlement'] as const)(
  'what is asked of %s looks at no more than a constant times what it gives',
  async (service) => {
    const tooMuch: Record<string, unknown> = {};
    for (const endpoint of contracts.filter((one) => one.service === service)) {
      const found = cases[endpoint.id];
      if (!found || 'because' in found) continue;
      for (const [at, wish] of found.entries()) {
        const { as, params = {}, query = {}, body, refused, askedBefore } = wish();
        let reply: unknown;
        const ask = async () => {
          const request = { params, query, body, address: '127.0.0.1', header: () => undefined };
          const caller = as ?? (endpoint.access === 'internal' ? neighbour : undefined);
          const answered = await apps
            .get(service)!
            .api.answer(endpoint, request, caller)
            .catch((error: unknown) => {
              if (refused !== undefined && (error as { code?: string }).code === refused) return { body: {} };
              throw new Error(`${endpoint.id} ${at}: ${String(error)}`);
            });
          reply = 'body' in answered ? answered.body : undefined;
        };
        if (askedBefore) await ask();
        const asked = await examinedBy(connections.get(service)!, ask);
        const examined = asked.reduce((sum, one) => sum + one.examined, 0);
        const items = itemsIn(reply);
        if (examined > allowed(items)) tooMuch[`${endpoint.id} ${at}`] = { items, asked };
      }
    }
    expect(tooMuch).toEqual({});
  },
);
