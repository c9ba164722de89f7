import { resolve } from 'node:path';
import { z } from '#shared/contracts/zod';
import { address, oneOf, port, readEnvironment } from '#shared/kit/config/environment';
import { readTestClock } from '#shared/kit/config/testClock';
import { metricsToken } from '#shared/kit/metrics/metricsHandler';
import { proxyList } from './http/trustedProxies';
import { logLevels } from '#shared/kit/log/log';

const service = (preset: string) => address(['http', 'https']).default(preset);

/** What the gateway reads when it runs as a process of its own. */
export const gatewayEnvironment = {
  PORT: port().default(8080),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  IDENTITY_URL: service('http://127.0.0.1:8081'),
  CATALOG_URL: service('http://127.0.0.1:8082'),
  ORDERS_URL: service('http://127.0.0.1:8083'),
  DELIVERY_URL: service('http://127.0.0.1:8084'),
  SETTLEMENT_URL: service('http://127.0.0.1:8085'),
  TRUST_PROXY: proxyList().prefault('false'),
  METRICS_TOKEN: metricsToken().optional(),
};

export type GatewayConfig = ReturnType<typeof readGatewayConfig>;

/** @throws {ConfigError} */
export function readGatewayConfig(environment = process.env) {
  readTestClock(environment, 'a gateway as a process of its own knows no time');
  const given = readEnvironment(gatewayEnvironment, environment);
  return {
    port: given.PORT,
    host: given.HOST,
    logLevel: given.LOG_LEVEL,
    backends: {
      identity: given.IDENTITY_URL,
      catalog: given.CATALOG_URL,
      orders: given.ORDERS_URL,
      delivery: given.DELIVERY_URL,
      settlement: given.SETTLEMENT_URL,
    },
    trusted: given.TRUST_PROXY,
    metricsToken: given.METRICS_TOKEN,
    siteFolder: siteFolder(),
  };
}

/** Where `npm run build:h5` puts the app. */
export const siteFolder = (): string => resolve(__dirname, '../../miniprogram/dist/h5');
