import { runStandalone } from '#shared/kit/standalone';
import { createOrdersApp } from './app';
import { readOrdersConfig } from './config';

/** Orders as a process of its own. */
void runStandalone({
  name: 'orders',
  defaultPort: 8083,
  create: (deps) => createOrdersApp({ ...deps, ...readOrdersConfig() }),
});
