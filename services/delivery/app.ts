import { deliveryApi } from '#shared/contracts/delivery';
import { catalogInternal } from '#shared/contracts/internal/catalog';
import { deliveryInternal } from '#shared/contracts/internal/delivery';
import { identityInternal } from '#shared/contracts/internal/identity';
import { ordersInternal } from '#shared/contracts/internal/orders';
import { createClient } from '#shared/kit/client/client';
import { type FileStore } from '#shared/kit/files/fileStore';
import { expressRouter } from '#shared/kit/http/expressRouter';
import { mongoIdempotencyStore } from '#shared/kit/http/mongoIdempotencyStore';
import { serve } from '#shared/kit/http/operation';
import { rateLimiters } from '#shared/kit/http/rateLimits';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { openImages } from '#shared/kit/images/images';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { type OutboxRelay, startOutboxRelay } from '#shared/kit/outbox/outboxRelay';
import { every, type Schedule } from '#shared/kit/schedule/every';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { type Subscription } from '#shared/kit/bus/bus';
import { backgroundWork } from './backgroundWork';
import { cityRules } from './clients/cities';
import { fleetRoutes } from './http/fleetRoutes';
import { photoRoutes } from './http/photoRoutes';
import { pickupRoutes } from './http/pickupRoutes';
import { planningRoutes } from './http/planningRoutes';
import { pointRoutes } from './http/pointRoutes';
import { routeRoutes } from './http/routeRoutes';
import { stopRoutes } from './http/stopRoutes';
import { trackingRoutes } from './http/trackingRoutes';
import { type Adapter, createRealtime } from './realtime/realtime';
import { createStore, type Store } from './storage/store';
import { subscriptions } from './subscriptions';
import { type DeliveryDeps } from './usecases/deps';
import { passPositions } from './usecases/live/passPositions';
import { sweepOverdue } from './usecases/pickup/sweepOverdue';
import { sweepPhotos } from './usecases/photos/sweepPhotos';
import { sweepPlans } from './usecases/planning/sweepPlans';

export type DeliveryAppDeps = ServiceDeps & {
  /** Where photos are kept. */
  readonly photoFiles: FileStore;
  /** Spreads sockets over several processes. */
  readonly realtimeAdapter?: Adapter;
};

/** Many orders are followed at once: what comes together is written together. */
const eventsAtOnce = 64;

/** Builds the indexes and puts delivery together. */
export async function createDeliveryApp(around: DeliveryAppDeps): Promise<ServiceApp> {
  const { mongo, bus, call, auth, now, log, metrics } = around;
  const store = createStore(mongo, around.photoFiles);
  const idempotency = mongoIdempotencyStore(
    mongo.getClient().db(mongo.name).collection('idempotency_keys'),
    now,
  );
  await Promise.all([ensureIndexes(mongo), idempotency.ensureIndex()]);
  const cities = cityRules(createClient(catalogInternal, call), now);
  const realtime = createRealtime({ auth, now, log, adapter: around.realtimeAdapter });
  const background = backgroundWork(log);
  const images = openImages({ unreadable: 'PHOTO_UNREADABLE', log });
  let relay: OutboxRelay<keyof Store['relayed']> | undefined;
  const unpositioned: Omit<DeliveryDeps, 'positions'> = {
    ...{ store, images, now, log, cityOf: cities.of },
    orders: createClient(ordersInternal, call),
    identity: createClient(identityInternal, call),
    nudge: (collection, _id) => relay?.nudge(collection, { _id }),
    broadcast: realtime.broadcast,
    inBackground: background.run,
    latestInBackground: background.runLatest,
    signingKey: await store.signingKey(),
  };
  const deps: DeliveryDeps = { ...unpositioned, positions: passPositions(unpositioned) };
  const api = serve(
    { ...deliveryApi, ...deliveryInternal },
    {
      ...pointRoutes(deps),
      ...fleetRoutes(deps),
      ...planningRoutes(deps),
      ...routeRoutes(deps),
      ...stopRoutes(deps),
      ...photoRoutes(deps),
      ...pickupRoutes(deps),
      ...trackingRoutes(deps),
    },
    { auth, now, idempotency },
  );
  const routes = expressRouter(api, {
    limiters: rateLimiters(around.limitStore),
    onAnswered: (answered) => {
      metrics.httpAnswered(answered);
    },
  });
  let schedules: readonly Schedule[] = [];
  let subscription: Subscription | undefined;
  const jobRan: typeof metrics.jobRan = (run) => {
    metrics.jobRan(run);
  };
  const sweep = (name: string, intervalMs: number, work: (on: DeliveryDeps, at: Date) => Promise<void>) =>
    every({ name, intervalMs, now, log, observe: jobRan, run: (at) => work(deps, at) });

  return {
    name: 'delivery',
    api,
    routes,
    express: serviceApp({ routers: [routes], log }),
    attach(server) {
      realtime.attach(server, deps);
    },
    async start() {
      relay = startOutboxRelay({ collections: store.relayed, bus, log, now, observe: metrics });
      subscription = bus.subscribe('delivery', subscriptions(deps, cities.forget), {
        concurrency: eventsAtOnce,
      });
      schedules = [
        sweep('find_overdue_orders', 15_000, sweepOverdue),
        sweep('finish_plans', 30_000, sweepPlans),
        sweep('drop_unused_photos', 3600_000, sweepPhotos),
      ];
      await subscription.ready;
    },
    async checkReady() {
      await mongo.getClient().db(mongo.name).command({ ping: 1 });
    },
    async close() {
      await realtime.close();
      await subscription?.close();
      await Promise.all(schedules.map((schedule) => schedule.close()));
      deps.positions.close();
      await Promise.all([background.close(), images.close()]);
      await Promise.all([store.followed.close(), store.codes.close()]);
      await relay?.close();
    },
  };
}
