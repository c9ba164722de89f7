import express from 'express';
import { eventGroups } from '../contracts/events/groups';
import { type ServiceName } from '../contracts/roles';
import { publishedEventsIn } from './bus/redis/publishedEvents';
import { connectRedisBus } from './bus/redis/redisBus';
import { redisClient } from './bus/redis/connection';
import { breaker } from './client/breaker';
import { type Transport } from './client/client';
import { httpTransport } from './client/httpTransport';
import { limitsByClock } from './http/limitsByClock';
import { type Log } from './log/log';
import { createMetrics, processRegistry } from './metrics/metrics';
import { metricsHandler } from './metrics/metricsHandler';
import { DatabaseUnreachable } from './mongo/connect';
import { DataIsNewer, type Migrations } from './mongo/migrations';
import { type Health, livenessHandler, readinessHandler } from './process/health';
import { listen } from './process/listen';
import { type Running, runService } from './process/runService';
import { type ServiceApp, type ServiceDeps } from './service';
import { connectOwnDatabase, serviceDeps } from './serviceDeps';
import { readStandaloneConfig, type StandaloneConfig } from './standalone/config';
import { redisLimitStore } from './standalone/limitStore';
import { serviceKey } from './standalone/sharedSecret';
import { clockAt, tellTime } from './testClock';

export type Standalone = {
  readonly name: Exclude<ServiceName, 'gateway'>;
  readonly migrations: Migrations;
  /** Unless PORT says another. */
  readonly defaultPort: number;
  /**
   * Puts the service together; its own settings are read here, so that mistakes in them are told at the start.
   * @param options.demo demo data is wanted
   */
  readonly create: (
    deps: ServiceDeps,
    options: { readonly demo: boolean; readonly redisUrl: string },
  ) => Promise<ServiceApp>;
};

/** The whole life of a service as a process of its own, with a MongoDB server and Redis. */
export function runStandalone(service: Standalone): Promise<never> {
  return runService<StandaloneConfig>({
    name: service.name,
    readConfig: () => readStandaloneConfig(service.name, service.defaultPort),
    plainErrors: [DatabaseUnreachable, DataIsNewer],
    start: (config, context) => start(service, config, context),
  });
}

async function start(
  { name, migrations, create }: Standalone,
  config: StandaloneConfig,
  { log, health }: { log: Log; health: Health },
): Promise<Running> {
  const now = clockAt(config.testClock);
  const metrics = createMetrics(name);
  const mongo = await connectOwnDatabase({ name, migrations }, config.mongoUri, log);
  const redis = redisClient(config.redisUrl, log);
  await redis.connect();
  const bus = await connectRedisBus({
    url: config.redisUrl,
    log,
    now,
    groups: eventGroups,
    published: publishedEventsIn(mongo),
    observe: (what) => {
      metrics.eventDelivered(what);
    },
  });
  const deps: ServiceDeps = {
    ...serviceDeps({
      ...{ name, mongo, bus, now, log, metrics },
      serviceKey: await serviceKey(config.serviceSecret, mongo),
      transport: (authorization) => transportTo(config, authorization),
    }),
    limitStore: now.onMove ? () => limitsByClock(now) : redisLimitStore(redis, name, log),
  };
  const app = await create(deps, { demo: config.demo, redisUrl: config.redisUrl });
  health.addCheck('database', () => app.checkReady());
  const server = await listen(served(app, health, { ...deps, config }), config.port, config.host);
  app.attach?.(server);
  await app.start();
  return {
    servers: [server],
    async close() {
      await app.close();
      await bus.close();
      await redis.close();
      await mongo.close();
    },
  };
}

/** A request waits so long for another service: whoever is behind it waits, too. */
const patienceMs = 2_000;

/** Calls each service at its own address, and stops asking one that is down. */
function transportTo({ urls }: StandaloneConfig, authorization: () => Promise<string>): Transport {
  const transports = new Map(
    Object.entries(urls).map(
      ([name, baseUrl]) =>
        [name, breaker(httpTransport({ baseUrl, authorization, withinMs: patienceMs }))] as const,
    ),
  );
  return (endpoint, call) => {
    const transport = transports.get(endpoint.service);
    if (!transport) throw new Error(`${endpoint.service} answers no service`);
    return transport(endpoint, call);
  };
}

function served(
  app: ServiceApp,
  health: Health,
  { metrics, now, config }: ServiceDeps & { readonly config: StandaloneConfig },
) {
  const outer = express();
  outer.disable('x-powered-by');
  outer.use((_req, res, next) => {
    tellTime(now, res);
    next();
  });
  outer.get('/healthz', livenessHandler);
  outer.get('/readyz', readinessHandler(health));
  outer.get('/metrics', metricsHandler([metrics.registry, processRegistry()], config.metricsToken));
  outer.use(app.express);
  return outer;
}
