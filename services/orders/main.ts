import { runStandalone } from '#shared/kit/standalone';
import { createOrdersApp } from './app';
import { readClaimPhotoFiles, readOrdersConfig } from './config';
import { ordersMigrations } from './storage/migrations';

/** Orders as a process of its own. */
void runStandalone({
  name: 'orders',
  migrations: ordersMigrations,
  defaultPort: 8083,
  create: (deps) =>
    createOrdersApp({ ...deps, ...readOrdersConfig(), claimPhotoFiles: readClaimPhotoFiles() }),
});
