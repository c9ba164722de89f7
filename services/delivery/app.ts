import { deliveryApi } from '#shared/contracts/delivery';
import { catalogInternal } from '#shared/contracts/internal/catalog';
import { deliveryInternal } from '#shared/contracts/internal/delivery';
import { identityInternal } from '#shared/contracts/internal/identity';
import { ordersInternal } from '#shared/contracts/internal/orders';
import { sharedRuns } from '#shared/kit/batch/sharedRuns';
import { createClient } from '#shared/kit/client/client';
import { type FileStore } from '#shared/kit/files/fileStore';
import { openImages } from '#shared/kit/images/images';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
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
import { knownCitiesOn } from './storage/knownCities';
import { createStore, type Store } from './storage/store';
import { subscribeDelivery } from './subscriptions';
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

/** Puts delivery together. */
export async function createDeliveryApp(around: DeliveryAppDeps): Promise<ServiceApp> {
  const { mongo, call, auth, now, log } = around;
  const { nudge, audit, assemble } = assembly<keyof Store['relayed']>('delivery', around);
  const store = createStore(mongo, around.photoFiles);
  const cities = cityRules(createClient(catalogInternal, call), knownCitiesOn(mongo, now), now);
  const realtime = createRealtime({ auth, now, log, adapter: around.realtimeAdapter });
  const background = backgroundWork(log);
  const images = openImages({ unreadable: 'PHOTO_UNREADABLE', log });
  const unpositioned: Omit<DeliveryDeps, 'positions'> = {
    ...{ store, images, now, log, cityOf: cities.of },
    orders: createClient(ordersInternal, call),
    identity: createClient(identityInternal, call),
    nudge: (collection, _id) => {
      nudge(collection, { _id });
    },
    broadcast: realtime.broadcast,
    sharedSnapshots: sharedRuns(),
    inBackground: background.run,
    latestInBackground: background.runLatest,
    signingKey: await store.signingKey(),
  };
  const deps: DeliveryDeps = { ...unpositioned, positions: passPositions(unpositioned) };

  return assemble({
    outboxes: store.relayed,
    api: { ...deliveryApi, ...deliveryInternal },
    handlers: {
      ...pointRoutes(deps),
      ...fleetRoutes(deps),
      ...planningRoutes(deps),
      ...routeRoutes(deps),
      ...stopRoutes(deps),
      ...photoRoutes(deps),
      ...pickupRoutes(deps),
      ...trackingRoutes(deps),
    },
    sockets: {
      attach: (server) => {
        realtime.attach(server, deps);
      },
      close: () => realtime.close(),
    },
    subscribe: (bus) => [subscribeDelivery(bus, deps, { audit, learnCity: cities.learn })],
    jobs: {
      find_overdue_orders: { everyMs: 15_000, decides: true, run: (at) => sweepOverdue(deps, at) },
      finish_plans: { everyMs: 30_000, run: (at) => sweepPlans(deps, at) },
      // Again and again until catalog has told all of it; then ever more seldom, at last every ten minutes.
      know_cities: { everyMs: 1_000, idleMs: 600_000, run: () => cities.keepAll() },
      drop_unused_photos: { everyMs: 3600_000, run: (at) => sweepPhotos(deps, at) },
    },
    async close() {
      deps.positions.close();
      await Promise.all([background.close(), images.close()]);
      await Promise.all([store.followed.close(), store.codes.close()]);
    },
  });
}
