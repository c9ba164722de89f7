import { runStandalone } from '#shared/kit/standalone';
import { createDeliveryApp } from './app';
import { readPhotoFiles } from './config';
import { seedDeliveryDemo } from './demo/seed';
import { redisStreamsAdapter } from './realtime/redisAdapter';
import { deliveryMigrations } from './storage/migrations';

/** Delivery as a process of its own; any number of them share their sockets through Redis. */
void runStandalone({
  name: 'delivery',
  migrations: deliveryMigrations,
  defaultPort: 8084,
  async create(deps, { demo, redisUrl }) {
    const photoFiles = readPhotoFiles();
    if (demo) await seedDeliveryDemo(deps.mongo, deps.now());
    const sockets = await redisStreamsAdapter(redisUrl, deps.log);
    const app = await createDeliveryApp({ ...deps, photoFiles, realtimeAdapter: sockets.adapter });
    return {
      ...app,
      async close() {
        await app.close();
        await sockets.close();
      },
    };
  },
});
