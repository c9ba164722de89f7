import request from 'supertest';
import { type z } from '#shared/contracts/zod';
import { defaultCityRules } from '#shared/contracts/cityRules';
import { type Endpoint } from '#shared/contracts/endpoint';
import { eventCatalogue, type EventType } from '#shared/contracts/events';
import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { AccountId, CityId, SessionId } from '#shared/contracts/ids';
import { type OrderStanding, type OrderToHandOut, type StopLoad } from '#shared/contracts/internal/orders';
import { type Role } from '#shared/contracts/roles';
import { inProcessBus } from '#shared/kit/bus/inProcessBus';
import { typedBus } from '#shared/kit/bus/typedBus';
import { identityInternal } from '#shared/contracts/internal/identity';
import { ordersInternal } from '#shared/contracts/internal/orders';
import { sharedRuns } from '#shared/kit/batch/sharedRuns';
import { createClient, type Transport } from '#shared/kit/client/client';
import { RemoteProblem } from '#shared/kit/client/remoteProblem';
import { Refused } from '#shared/kit/domainError';
import { type Authenticator } from '#shared/kit/http/authenticate';
import { openImages } from '#shared/kit/images/images';
import { createLog } from '#shared/kit/log/log';
import { createMetrics } from '#shared/kit/metrics/metrics';
import { closeGracefully, listen } from '#shared/kit/process/listen';
import { createDeliveryApp, type DeliveryAppDeps } from '../../services/delivery/app';
import { collectionsOn } from '../../services/delivery/storage/models';
import { createStore } from '../../services/delivery/storage/store';
import { type DeliveryDeps } from '../../services/delivery/usecases/deps';
import { type ToldData } from './events';
import { testDatabase, type TestDatabase } from './database';
import { memoryFiles } from './memoryFiles';
import { memorySetAside } from './memorySetAside';

export const hangzhou = CityId.parse('cit_hangzhou');
const centre = { lng: 120.15, lat: 30.28 };

/** Tokens of tests say who they are: `leader+shopper:acc_1`. */
export const as = (account: string, ...roles: Role[]): string =>
  `${['shopper', ...roles].join('+')}:${account}`;

type Load = z.infer<typeof StopLoad>;
type ToHandOut = z.infer<typeof OrderToHandOut>;

/** The other services, as far as delivery asks them; `down` makes all calls fail. */
export type Others = {
  down: boolean;
  loads: Map<string, Load[]>;
  ordersToHandOut: Map<string, ToHandOut>;
  standings: Map<string, OrderStanding>;
  leaders: Map<string, { displayName: string; phone: string }>;
  calls: string[];
};

/** Delivery on the real engine, with a clock to turn and other services that answer like the contracts. */
export async function deliveryHarness(
  options: { database?: TestDatabase; realtimeAdapter?: DeliveryAppDeps['realtimeAdapter'] } = {},
) {
  const database = options.database ?? (await testDatabase('delivery', { emptied: true }));
  const photoFiles = memoryFiles();
  const clock = { now: new Date('2026-03-02T00:00:00.000Z') };
  const now = () => new Date(clock.now);
  const log = createLog({ service: 'delivery', level: 'silent' });
  const bus = typedBus(
    inProcessBus({ log, now, policy: { firstDelayMs: 5, maxDelayMs: 20, maxAttempts: 200 } }),
    eventCatalogue,
    { setAside: memorySetAside(), checkPublished: true },
  );
  const expired = new Set<string>();
  const others: Others = {
    down: false,
    loads: new Map(),
    ordersToHandOut: new Map(),
    standings: new Map(),
    leaders: new Map(),
    calls: [],
  };
  const deps = {
    ...{ mongo: database.connection, bus, now, log, photoFiles },
    call: transportTo(others),
    auth: authOf(expired),
    metrics: createMetrics('delivery'),
    ...(options.realtimeAdapter ? { realtimeAdapter: options.realtimeAdapter } : {}),
  };
  const heard: EventEnvelope[] = [];
  const all = Object.fromEntries(
    Object.keys(eventCatalogue)
      .filter((type) => type.startsWith('delivery.'))
      .map((type) => [type, (event: EventEnvelope) => Promise.resolve(void heard.push(event))]),
  );
  bus.subscribe('the test', all);
  const app = await createDeliveryApp(deps);
  const server = await listen(app.express, 0, '127.0.0.1');
  app.attach?.(server);
  await app.start();

  const store = createStore(database.connection, photoFiles);
  const signingKey = await store.signingKey();
  const useCases = (): DeliveryDeps => ({
    ...{ store, signingKey, now, log },
    images: openImages({ unreadable: 'PHOTO_UNREADABLE', log }),
    orders: createClient(ordersInternal, deps.call),
    identity: createClient(identityInternal, deps.call),
    cityOf: () => Promise.resolve({ timeZone: 'Asia/Shanghai', centre, rules: defaultCityRules }),
    nudge: () => undefined,
    broadcast: { send: () => undefined, sendVolatile: () => undefined, dismiss: () => undefined },
    sharedSnapshots: sharedRuns(),
    positions: { last: () => undefined, put: () => undefined, close: () => undefined },
    inBackground: () => undefined,
    latestInBackground: () => undefined,
  });

  let published = 0;
  return {
    ...{ app, server, clock, others, expired, bus, deps, heard, database },
    collections: collectionsOn(database.connection),
    /** Requests as somebody; `undefined` asks as nobody. */
    call: (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, token?: string) => {
      const asked = request(server)[method](path);
      return token === undefined ? asked : asked.set('Authorization', `Bearer ${token}`);
    },
    /** What another service tells; resolves when delivery has handled it. */
    async tell<T extends EventType>(
      type: T,
      data: ToldData<T>,
      id = `evt-${(published += 1)}`,
    ): Promise<void> {
      const key = 'orderId' in data ? data.orderId : id;
      await bus.publish([
        { id, type, key, occurredAt: now().toISOString(), correlationId: 'test-correlation', data },
      ]);
    },
    /** For what runs by itself, as if a process of its own did it now. */
    useCases,
    /** Resolves when every event that was written has been published. */
    flush: () =>
      eventually(async () => {
        const waiting = Object.values(store.relayed).map((one) =>
          (one as typeof store.relayed.codes).countDocuments({ 'outbox.0': { $exists: true } }),
        );
        return (await Promise.all(waiting)).every((count) => count === 0);
      }),
    heardOf: (type: EventType) => heard.filter((event) => event.type === type),
    async close() {
      await app.close();
      await bus.close();
      await closeGracefully(server, { timeoutMs: 1_000 });
    },
  };
}
export type DeliveryHarness = Awaited<ReturnType<typeof deliveryHarness>>;

/** What was answered, in the shape that the contract gives it. */
export const bodyOf = async <T>(asked: PromiseLike<{ body: unknown }>): Promise<T> => (await asked).body as T;

/** Waits until `look` gives something, and gives it. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  for (const until = performance.now() + 8_000; ;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > until) throw new Error(`never came true: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

function authOf(expired: ReadonlySet<string>): Authenticator {
  return {
    account(token) {
      const [roles = '', account = ''] = token.split(':');
      if (expired.has(token)) return Promise.reject(new Refused('TOKEN_EXPIRED'));
      if (!AccountId.safeParse(account).success) return Promise.reject(new Refused('NOT_SIGNED_IN'));
      return Promise.resolve({
        kind: 'account',
        accountId: AccountId.parse(account),
        sessionId: SessionId.parse('ses_1'),
        roles: roles.split('+') as Role[],
      });
    },
    service: () => Promise.resolve({ kind: 'service', service: 'orders' }),
    current: (caller) => Promise.resolve(caller),
  };
}

function transportTo(others: Others): Transport {
  return (endpoint: Endpoint, call) => {
    others.calls.push(endpoint.id);
    if (others.down) return Promise.reject(new RemoteProblem('SERVICE_UNAVAILABLE', 'down'));
    const reply = answer(others, endpoint.id, call.params ?? {}, call);
    return Promise.resolve(endpoint.reply?.parse(reply));
  };
}

function answer(
  others: Others,
  id: string,
  params: Readonly<Record<string, unknown>>,
  { query, body }: Parameters<Transport>[1],
): unknown {
  switch (id) {
    case 'catalog.getCityRules':
      return { cityId: params['cityId'], timeZone: 'Asia/Shanghai', centre, rules: defaultCityRules };
    case 'catalog.listCityRules':
      return { items: [] };
    case 'orders.listStopLoads': {
      const all = others.loads.get(String(params['consolidationId'])) ?? [];
      const from = Number(query?.['cursor'] ?? 0);
      const to = from + Math.min(Number(query?.['limit'] ?? 20), 2);
      return { items: all.slice(from, to), ...(to < all.length ? { nextCursor: String(to) } : {}) };
    }
    case 'orders.getOrderStanding': {
      const standing = others.standings.get(String(params['orderId']));
      if (!standing) throw new RemoteProblem('NOT_FOUND', 'no such order');
      return standing;
    }
    case 'orders.getOrderToHandOut': {
      const order = others.ordersToHandOut.get(String(params['orderId']));
      if (!order) throw new RemoteProblem('NOT_FOUND', 'no such order');
      return order;
    }
    case 'identity.lookUpAccounts':
      return {
        accounts: (body as { accountIds: string[] }).accountIds.flatMap((accountId) => {
          const leader = others.leaders.get(accountId);
          return leader
            ? [{ accountId, ...leader, initial: '李', language: 'zh-CN', roles: ['shopper', 'leader'] }]
            : [];
        }),
      };
    default:
      throw new Error(`delivery is not expected to call ${id}`);
  }
}
