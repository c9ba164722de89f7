import { resolve } from 'node:path';
import { z } from '#shared/contracts/zod';
import { readEnvironment } from '#shared/kit/config/environment';

/** What delivery reads beside what every service reads. */
export const deliveryEnvironment = { DATA_DIR: z.string().default('./data') };

/** @throws {ConfigError} */
export const readDeliveryConfig = (environment = process.env) => ({
  /** Photos are kept below it; several processes share one folder. */
  dataDir: resolve(readEnvironment(deliveryEnvironment, environment).DATA_DIR),
});
