import { runStandalone } from '#shared/kit/standalone';
import { createCatalogApp } from './app';
import { readPictureStore } from './config';
import { seedCatalogDemo } from './demo/seed';
import { catalogMigrations } from './storage/migrations';

/** Catalog as a process of its own. */
void runStandalone({
  name: 'catalog',
  migrations: catalogMigrations,
  defaultPort: 8082,
  async create(deps, { demo }) {
    const pictureStore = readPictureStore();
    if (demo) await seedCatalogDemo(deps.mongo, pictureStore, deps.now());
    return createCatalogApp({ ...deps, pictureStore, demo });
  },
});
