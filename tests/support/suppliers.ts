import request from 'supertest';
import { AccountId, type ConsolidationId, SessionId } from '../../shared/contracts/ids';
import { Role } from '../../shared/contracts/roles';
import { type Call, createClient, type Transport } from '../../shared/kit/client/client';
import { catalogInternal } from '../../shared/contracts/internal/catalog';
import { ordersInternal } from '../../shared/contracts/internal/orders';
import { createMetrics } from '../../shared/kit/metrics/metrics';
import { cny } from '../../shared/kit/money';
import { ensureIndexes } from '../../shared/kit/mongo/indexes';
import { createSettlementApp } from '../../services/settlement/app';
import { type Mail, type Mailer } from '../../services/settlement/clients/mail/mailer';
import { openStores } from '../../services/settlement/storage/stores';
import { type SupplierDeps } from '../../services/settlement/usecases/suppliers/supplierDeps';
import { anId } from './anId';
import { testDatabase } from './database';
import { recordingBus } from './recordingBus';

export const cityId = anId('cit_1');
export const cycleId = anId('cyc_1');
export const farm = anId('sup_farm');
export const dairy = anId('sup_dairy');
const publicUrl = 'https://shop.example';

type Bought = readonly [sku: string, units: number];
type Purchases = Readonly<Record<string, readonly Bought[]>>;

/** Settlement beside an orders and a catalog that say what the test wants. Cases hold ten; a unit costs ¥5 until told otherwise. */
export async function suppliersWorld() {
  const { connection } = await testDatabase('settlement', { emptied: true });
  let at = new Date('2026-03-01T15:06:00.000Z');
  const now = () => at;
  const { own, log } = recordingBus(now);
  const consolidations = new Map<ConsolidationId, Purchases>();
  const costs = new Map<string, number>();
  const mails: Mail[] = [];
  const post = { up: true };
  const mailer: Mailer = {
    send(mail) {
      if (!post.up) return Promise.reject(new Error('the mail server is away'));
      mails.push(mail);
      return Promise.resolve();
    },
    close: () => undefined,
  };
  const replies: Record<string, (call: Call) => unknown> = {
    'catalog.getCycleTerms': () => ({ cycleId, cityId, timeZone: 'Asia/Shanghai', pickupDate: '2026-03-02' }),
    'catalog.getSupplyTerms': ({ body }) => ({
      skus: (body as { skuIds: string[] }).skuIds.map((skuId) => ({
        ...{ skuId, unitCost: cny(costs.get(skuId) ?? 500), soldBy: 'piece', nominalGrams: 500 },
        temperature: skuId === 'sku_milk' ? 'chilled' : 'ambient',
      })),
    }),
    'catalog.findLots': ({ body }) => ({
      lots: (body as { lotIds: string[] }).lotIds.map((lotId) => ({
        ...{ lotId, skuId: lotId.replace('lot_', 'sku_'), supplierId: farm, code: 'B7' },
        bestBefore: '2026-03-09',
      })),
    }),
    'catalog.getSupplierContact': ({ params }) => ({
      ...{ supplierId: params?.['supplierId'], name: '农场' },
      ...(params?.['supplierId'] === farm ? { email: 'farm@example.com' } : {}),
    }),
    'orders.listPurchases': ({ params }) => ({
      items: Object.entries(consolidations.get(params?.['consolidationId'] as ConsolidationId) ?? {}).map(
        ([supplierId, lines]) => ({
          ...{ supplierId, supplierName: supplierId, purchaseOrderId: anId('pur_orders') },
          lines: lines.map(([sku, units]) => ({
            ...{ skuId: sku, title: { zh: sku, en: sku }, pack: { zh: '份', en: 'pack' } },
            ...{ units, caseUnits: 10, cases: Math.ceil(units / 10), surplusUnits: 0 },
          })),
        }),
      ),
    }),
  };
  const call: Transport = (endpoint, input) =>
    Promise.resolve().then(() => {
      // Refused as the real service refuses what its contract does not admit.
      endpoint.body?.parse(input.body);
      return (replies[endpoint.id] ?? (() => ({ items: [] })))(input);
    });
  const app = await createSettlementApp({
    ...{ mongo: connection, bus: own, call, now, log, metrics: createMetrics('settlement') },
    auth: {
      account: (token) =>
        Promise.resolve({
          kind: 'account',
          accountId: AccountId.parse(`acc_${token}`),
          sessionId: SessionId.parse('ses_1'),
          roles: token === 'shopper' ? ['shopper'] : ['shopper', Role.parse(token)],
        }),
      service: () => Promise.resolve({ kind: 'service', service: 'gateway' }),
      current: (caller) => Promise.resolve(caller),
    },
    ...{ publicUrl, mailer },
  });
  await ensureIndexes(connection);
  const http = request(app.express);
  const authorised = (test: request.Test, token: string) => test.set('Authorization', `Bearer ${token}`);

  /** The use cases as a process of their own has them, on the same data. */
  const process = (): SupplierDeps => ({
    ...openStores(connection).kept,
    orders: createClient(ordersInternal, call),
    catalog: createClient(catalogInternal, call),
    ...{ mailer, publicUrl, linkKey: Buffer.from('a key of tests'), now, log },
  });

  return {
    ...{ app, connection, http, process, costs, mails, post, now },
    pass: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
    moveTo: (instant: string) => {
      at = new Date(instant);
    },
    /** What a version of the consolidation buys, and the event that tells of it. */
    frozen(version: number, purchases: Purchases) {
      const consolidationId = anId<'con'>(`con_v${version}`);
      consolidations.set(consolidationId, purchases);
      return { consolidationId, cityId, cycleId, pickupDate: '2026-03-02', version, orders: 3 };
    },
    get: (path: string, token = 'operator') => authorised(http.get(path), token),
    send: (method: 'post' | 'put' | 'delete', path: string, body: object = {}, key = 'key') =>
      authorised(http[method](path), 'operator').set('Idempotency-Key', key).send(body),
    stop: () => app.close(),
  };
}

export type SuppliersWorld = Awaited<ReturnType<typeof suppliersWorld>>;
