import { randomBytes } from 'node:crypto';
import { type ServiceName } from '#shared/contracts/roles';
import { inProcessBus } from '#shared/kit/bus/inProcessBus';
import { localTransport } from '#shared/kit/client/localTransport';
import { type Clock } from '#shared/kit/clock';
import { limitsByClock } from '#shared/kit/http/limitsByClock';
import { createLog, type LogLevel } from '#shared/kit/log/log';
import { createMetrics, type Metrics } from '#shared/kit/metrics/metrics';
import { type Migrations } from '#shared/kit/mongo/migrations';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { connectOwnDatabase, serviceDeps } from '#shared/kit/serviceDeps';
import { catalogMigrations } from '../catalog/storage/migrations';
import { deliveryMigrations } from '../delivery/storage/migrations';
import { identityMigrations } from '../identity/storage/migrations';
import { ordersMigrations } from '../orders/storage/migrations';
import { settlementMigrations } from '../settlement/storage/migrations';

type BackendName = Exclude<ServiceName, 'gateway'>;

const migrationsOf: Readonly<Record<BackendName, Migrations>> = {
  identity: identityMigrations,
  catalog: catalogMigrations,
  orders: ordersMigrations,
  delivery: deliveryMigrations,
  settlement: settlementMigrations,
};

/** Services that live in one process: what each is handed, and how they find each other. */
export type Neighbours = {
  depsOf(name: BackendName): Promise<ServiceDeps>;
  add(app: ServiceApp): void;
  readonly apps: readonly ServiceApp[];
  readonly metrics: readonly Metrics[];
  /** Begins what every service does by itself. No event is published before all of them listen. */
  start(): Promise<void>;
  close(): Promise<void>;
};

export function neighbours(mongoUri: string, logLevel: LogLevel, now: Clock): Neighbours {
  const apps = new Map<ServiceName, ServiceApp>();
  const busMetrics = createMetrics('bus');
  const metrics: Metrics[] = [busMetrics];
  const connections: { close(): Promise<void> }[] = [];
  const secret = new Uint8Array(randomBytes(32));
  let openGate: () => void = () => undefined;
  const allListen = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  const bus = inProcessBus({
    log: createLog({ service: 'bus', level: logLevel }),
    now,
    startAfter: allListen,
    observe: (what) => {
      busMetrics.eventDelivered(what);
    },
  });

  return {
    async depsOf(name) {
      const log = createLog({ service: name, level: logLevel });
      const mongo = await connectOwnDatabase({ name, migrations: migrationsOf[name] }, mongoUri, log);
      connections.push(mongo);
      const own = createMetrics(name);
      metrics.push(own);
      const call = localTransport(name, (endpoint) => {
        const app = apps.get(endpoint.service);
        if (!app) throw new Error(`${endpoint.service} is not there yet`);
        return app.api;
      });
      const deps = serviceDeps({
        ...{ name, mongo, bus, now, log, metrics: own },
        serviceKey: secret,
        transport: () => call,
      });
      return now.onMove ? { ...deps, limitStore: () => limitsByClock(now) } : deps;
    },
    add: (app) => void apps.set(app.name, app),
    get apps() {
      return [...apps.values()];
    },
    metrics,
    async start() {
      for (const app of apps.values()) await app.start();
      openGate();
    },
    async close() {
      openGate();
      await Promise.all([...apps.values()].map((app) => app.close()));
      await bus.close();
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}
