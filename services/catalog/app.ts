import { catalogApi } from '#shared/contracts/catalog';
import { shoppingApi } from '#shared/contracts/catalog/shopping';
import { catalogInternal } from '#shared/contracts/internal/catalog';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { createCatalog, type CatalogParts, type OutboxName } from './catalog';
import { demoJob } from './demo/job';
import { internalRoutes } from './http/internalRoutes';
import { offerRoutes } from './http/offerRoutes';
import { rangeRoutes } from './http/rangeRoutes';
import { jobsOf } from './jobs';
import { collectionsOn } from './storage/collections';
import { subscribeCatalog } from './subscriptions';

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
  const catalog = createCatalog({ ...deps, collections, nudge });
  return assemble({
    keys: 'idempotency',
    outboxes: { cities, cycles, offers, reservations },
    // What is asked most stands first: the router looks at one address after another.
    api: { ...shoppingApi, ...catalogInternal, ...catalogApi },
    handlers: { ...rangeRoutes(catalog), ...offerRoutes(catalog), ...internalRoutes(catalog) },
    subscribe: (bus) => [subscribeCatalog(bus, catalog, deps.now)],
    jobs: { ...jobsOf(catalog, deps.log), ...(deps.demo ? demoJob(collections) : {}) },
    async close() {
      await Promise.all([catalog.stock.close(), catalog.pictures.close()]);
    },
  });
}
