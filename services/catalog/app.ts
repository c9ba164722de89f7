import { catalogApi } from '#shared/contracts/catalog';
import { shoppingApi } from '#shared/contracts/catalog/shopping';
import { catalogInternal } from '#shared/contracts/internal/catalog';
import { type Subscription } from '#shared/kit/bus/bus';
import { expressRouter } from '#shared/kit/http/expressRouter';
import { mongoIdempotencyStore } from '#shared/kit/http/mongoIdempotencyStore';
import { serve } from '#shared/kit/http/operation';
import { rateLimiters } from '#shared/kit/http/rateLimits';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { type OutboxRelay, startOutboxRelay } from '#shared/kit/outbox/outboxRelay';
import { type Schedule } from '#shared/kit/schedule/every';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { createCatalog, type CatalogParts } from './catalog';
import { runDemo } from './demo/run';
import { internalRoutes } from './http/internalRoutes';
import { offerRoutes } from './http/offerRoutes';
import { rangeRoutes } from './http/rangeRoutes';
import { collectionsOn } from './storage/collections';
import { subscribeCatalog } from './subscriptions';
import { startSweepers } from './sweepers';

export type CatalogAppDeps = ServiceDeps &
  Pick<CatalogParts, 'pictureStore'> & {
    /** Keep the demo's cycles coming. */
    readonly demo?: boolean;
  };

/** Puts catalog together: indexes, use cases, routes. */
export async function createCatalogApp(deps: CatalogAppDeps): Promise<ServiceApp> {
  const { mongo, bus, now, log, metrics, auth } = deps;
  const collections = collectionsOn(mongo);
  const idempotency = mongoIdempotencyStore(mongo.getClient().db(mongo.name).collection('idempotency'), now);
  await ensureIndexes(mongo);
  await idempotency.ensureIndex();

  let relay: OutboxRelay<'cities' | 'cycles' | 'offers' | 'reservations'> | undefined;
  const catalog = createCatalog({
    ...deps,
    collections,
    nudge: (name, document) => {
      relay?.nudge(name, document);
    },
  });
  const api = serve(
    // What is asked most stands first: the router looks at one address after another.
    { ...shoppingApi, ...catalogInternal, ...catalogApi },
    { ...rangeRoutes(catalog), ...offerRoutes(catalog), ...internalRoutes(catalog) },
    { auth, now, idempotency },
  );
  const routes = expressRouter(api, {
    limiters: rateLimiters(deps.limitStore),
    onAnswered: (answered) => {
      metrics.httpAnswered(answered);
    },
  });
  let running: Pick<Schedule | Subscription, 'close'>[] = [];

  return {
    name: 'catalog',
    api,
    routes,
    express: serviceApp({ routers: [routes], log }),
    async start() {
      const { cities, cycles, offers, reservations } = collections;
      relay = startOutboxRelay({
        collections: { cities, cycles, offers, reservations },
        bus,
        log,
        now,
        observe: metrics,
      });
      const subscription = subscribeCatalog(bus, catalog, now);
      running = [...startSweepers(catalog, deps), subscription];
      if (deps.demo) running.push(runDemo(collections, deps));
      await subscription.ready;
    },
    async checkReady() {
      await mongo.db?.command({ ping: 1 });
    },
    async close() {
      await Promise.all(running.map((one) => one.close()));
      await Promise.all([catalog.stock.close(), catalog.pictures.close()]);
      await relay?.close();
    },
  };
}
