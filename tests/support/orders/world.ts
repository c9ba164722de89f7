import { createServer } from 'node:http';
import request from 'supertest';
import { AccountId, SessionId } from '../../../shared/contracts/ids';
import { type Role } from '../../../shared/contracts/roles';
import { type Transport } from '../../../shared/kit/client/client';
import { type ServiceApp } from '../../../shared/kit/service';
import { createMetrics } from '../../../shared/kit/metrics/metrics';
import { startSandbox } from '../../../shared/sandbox/stripe/support';
import { createOrdersApp, type OrdersAppDeps } from '../../../services/orders/app';
import { type PaymentsOptions } from '../../../services/orders/clients/createPaymentProviders';
import { type PaymentProvider } from '../../../services/orders/clients/paymentProvider';
import { testDatabase } from '../database';
import { memoryFiles } from '../memoryFiles';
import { recordingBus } from '../recordingBus';
import { fakeCatalog } from './fakeCatalog';

const publicUrl = 'https://shop.example';

/**
 * Orders on a database of its own, with the Stripe sandbox behind the real SDK, a catalogue and a delivery in memory, and a
 * clock that the test moves. Webhooks come only when the test turns them on with `listenToStripe`.
 * @param askCatalog another catalogue than the one in memory.
 * @param besideStripe what takes payments, too.
 */
export async function ordersWorld(
  overrides: Partial<OrdersAppDeps> = {},
  askCatalog?: Transport,
  besideStripe: Omit<PaymentsOptions, 'publicUrl' | 'stripe'> = {},
) {
  const { connection } = await testDatabase('orders', { monitorCommands: true, emptied: true });
  let at = new Date('2026-03-01T10:00:00.000Z');
  const now = () => at;
  const catalog = fakeCatalog(now);
  const points = new Map<string, Point>([
    ['ppt_001', { open: true, leader: 'acc_leader001' }],
    ['ppt_002', { open: false, leader: 'acc_leader002' }],
  ]);
  const sandbox = await startSandbox({ publicUrl: `${publicUrl}/sandbox/stripe`, now });
  const { bus, own, events, log } = recordingBus(now);

  let effect: (name: string) => void = () => undefined;
  const call: Transport = async (endpoint, input) => {
    effect(endpoint.id);
    if (endpoint.service === 'catalog') return (askCatalog ?? catalog.call)(endpoint, input);
    // Nobody here has signed in by WeChat; a login code is its own openid, and one person was in WeChat's browser.
    if (endpoint.id === 'identity.findWechatOpenid') {
      const { loginCode, officialAppId } = input.body as { loginCode?: string; officialAppId?: string };
      const visitor = input.params?.['accountId'] === 'acc_visitor' ? 'o-visitor' : undefined;
      return { openid: officialAppId === undefined ? loginCode : visitor };
    }
    if (endpoint.id === 'delivery.listPointsOfLeader') {
      const led = [...points].filter(([, { leader }]) => leader === input.params?.['accountId']);
      return { pickupPoints: led.flatMap(([id, point]) => pointCard(id, point)) };
    }
    if (endpoint.id === 'delivery.listPickupPointCards')
      return { items: [...points].flatMap(([id, point]) => pointCard(id, point)) };
    const ids = (input.body as { pickupPointIds: string[] }).pickupPointIds;
    return { pickupPoints: ids.flatMap((id) => pointCard(id, points.get(id))) };
  };
  const deps: OrdersAppDeps = {
    mongo: connection,
    bus: own,
    call,
    auth: {
      account: accountOf,
      service: () => Promise.resolve({ kind: 'service', service: 'delivery' }),
      current: (caller) => Promise.resolve(caller),
    },
    now,
    log,
    metrics: createMetrics('orders'),
    claimPhotoFiles: memoryFiles(),
    payments: {
      publicUrl,
      ...besideStripe,
      stripe: {
        secretKey: sandbox.keys.secretKey,
        webhookSecret: sandbox.keys.webhookSecret,
        api: { host: '127.0.0.1', port: sandbox.port, protocol: 'http' },
        timeoutMs: 1_000,
        payPage: ({ id, clientSecret }) => `${publicUrl}/sandbox/stripe/pay/${id}?secret=${clientSecret}`,
      },
    },
    sweepMs: 20,
    wrapPayments: (provider) =>
      beforeEach(provider, (name) => {
        effect(name);
      }),
    ...overrides,
  };
  let app = await createOrdersApp(deps);
  let keys = 0;
  let hooks: { close(): void } | undefined;

  const world = {
    get app() {
      return app;
    },
    deps,
    connection,
    catalog,
    points,
    sandbox,
    events,
    now,
    orders: connection.collection('orders'),
    pass: (minutes: number) => {
      at = new Date(at.getTime() + minutes * 60_000);
    },
    newKey: () => `key-${(keys += 1)}`,
    send: (...asked: Asked) => sendTo(app, ...asked),
    /** The same world through another process of orders. */
    through: (other: ServiceApp) => ({ ...world, send: (...asked: Asked) => sendTo(other, ...asked) }),
    eventsOf: (orderId: string) => events.filter(({ key }) => key === orderId).map(({ type }) => type),
    /** Told before every call to another service or to Stripe; what it throws happens instead. */
    onEffect: (observer: typeof effect) => {
      effect = observer;
    },
    /** Another process in place of the one before. */
    restart: async () => {
      await app.close();
      app = await createOrdersApp(deps);
    },
    /** Makes Stripe report to the running service. */
    listenToStripe: () =>
      new Promise<void>((resolve) => {
        const server = createServer((req, res) => {
          app.express(req, res);
        }).listen(0, '127.0.0.1', () => {
          const address = server.address();
          const port = typeof address === 'object' && address ? address.port : 0;
          sandbox.sandbox.deliverTo(`http://127.0.0.1:${port}/webhooks/stripe`);
          hooks = server;
          resolve();
        });
      }),
    stored: async (orderId: string) => connection.collection('orders').findOne({ _id: orderId as never }),
    /** Money of the whole account at Stripe, in fen. */
    totals: async () => {
      const { body } = await sandbox.control('GET', '/totals');
      const [cny] = (body as { totals: Record<string, number>[] }).totals;
      const { authorised = 0, captured = 0, refunded = 0 } = cny ?? {};
      return { authorised, captured, refunded };
    },
    close: async () => {
      hooks?.close();
      await app.close();
      await sandbox.close();
      await bus.close();
    },
  };
  return world;
}

type Asked = [
  method: 'get' | 'post',
  path: string,
  who: string | undefined,
  what?: { body?: object; key?: string },
];

function sendTo(app: ServiceApp, ...[method, path, who, { body, key } = {}]: Asked) {
  const sent = request(app.express)[method](path);
  if (who !== undefined) void sent.set('Authorization', `Bearer ${who}`);
  if (key !== undefined) void sent.set('Idempotency-Key', key);
  return body === undefined ? sent : sent.send(body);
}

export type OrdersWorld = Awaited<ReturnType<typeof ordersWorld>>;

/** A token says who it is: `acc_mei` or `acc_boss:operator`. */
function accountOf(token: string) {
  const [account, roles = ''] = token.split(':');
  return Promise.resolve({
    kind: 'account' as const,
    accountId: AccountId.parse(account),
    sessionId: SessionId.parse('ses_1'),
    roles: ['shopper' as const, ...(roles.split(',').filter(Boolean) as Role[])],
  });
}

type Point = { open: boolean; leader: string; capacityPerDay?: number };

const pointCard = (id: string, point?: Point) =>
  point
    ? [
        {
          pickupPointId: id,
          cityId: 'cit_hangzhou',
          name: '桂花苑',
          nameEn: 'Osmanthus Court',
          address: '文三路 1 号',
          position: { lng: 120.15, lat: 30.28 },
          leaderAccountId: point.leader,
          open: point.open,
          ...(point.capacityPerDay === undefined ? {} : { capacityPerDay: point.capacityPerDay }),
        },
      ]
    : [];

/** What is asked of a provider over the network. */
const asked = [
  'payerOf',
  'begin',
  'find',
  'cancel',
  'capture',
  'refund',
  'findRefund',
  'returnStray',
] as const;

/** `provider`, with `before` called before each of its calls. */
function beforeEach(provider: PaymentProvider, before: (name: string) => void): PaymentProvider {
  const wrapped = asked.map((name) => [
    name,
    (...args: unknown[]) => {
      before(`${provider.name}.${name}`);
      return (provider[name] as (...given: unknown[]) => unknown)(...args);
    },
  ]);
  return { ...provider, ...(Object.fromEntries(wrapped) as Pick<PaymentProvider, (typeof asked)[number]>) };
}

/** Waits until it holds; the work it waits for runs by itself. */
export async function until<T>(look: () => Promise<T> | T): Promise<NonNullable<T>> {
  const end = performance.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen;
    if (performance.now() > end) throw new Error('It did not come true within twenty seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
