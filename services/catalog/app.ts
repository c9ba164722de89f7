import { catalogApi } from '#shared/contracts/catalog';
import { shoppingApi } from '#shared/contracts/catalog/shopping';
import { catalogInternal } from '#shared/contracts/internal/catalog';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { createCatalog, type CatalogParts } from './catalog';
import { demoJob } from './demo/job';
import { cityRoutes } from './http/cityRoutes';
import { cycleRoutes } from './http/cycleRoutes';
import { internalRoutes } from './http/internalRoutes';
import { offerRoutes } from './http/offerRoutes';
import { rangeRoutes } from './http/rangeRoutes';
import { shoppingRoutes } from './http/shoppingRoutes';
import { jobsOf } from './jobs';
import { collectionsOn } from './storage/collections';
import { knownPointsOn } from './storage/knownPoints';
import { subscribeCatalog } from './subscriptions';
import { type OutboxName } from './usecases/deps';

export type CatalogAppDeps = ServiceDeps &
  Pick<CatalogParts, 'pictureStore'> & {
    /** Keep the demo's cycles coming. */
    readonly demo?: boolean;
  };

/** Puts catalog together. */
export async function createCatalogApp(deps: CatalogAppDeps): Promise<ServiceApp> {
  const { nudge, assemble } = assembly<OutboxName>('catalog', deps);
  const collections = collectionsOn(deps.mongo);
  const { cities, cycles, offers, reservations } = collections;
  const catalog = createCatalog({
    ...deps,
    collections,
    knownPoints: knownPointsOn(deps.mongo, deps.now),
    nudge,
  });
  return assemble({
    outboxes: { cities, cycles, offers, reservations },
    // What is asked most stands first: the router looks at one address after another.
    api: { ...shoppingApi, ...catalogInternal, ...catalogApi },
    handlers: {
      ...shoppingRoutes(catalog),
      ...cityRoutes(catalog),
      ...cycleRoutes(catalog),
      ...offerRoutes(catalog),
      ...rangeRoutes(catalog),
      ...internalRoutes(catalog),
    },
    subscribe: (bus) => [subscribeCatalog(bus, catalog)],
    jobs: { ...jobsOf(catalog), ...(deps.demo ? demoJob(collections) : {}) },
    async close() {
      await Promise.all([catalog.stock.close(), catalog.pictures.close()]);
    },
  });
}
