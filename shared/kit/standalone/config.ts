import { type ServiceName } from '../../contracts/roles';
import { z } from '../../contracts/zod';
import { realDeployment } from '../config/deployment';
import { address, ConfigError, flag, oneOf, port, readEnvironment, secret } from '../config/environment';
import { servesOthers } from '../config/servesOthers';
import { readTestClock } from '../config/testClock';
import { logLevels } from '../log/log';
import { metricsToken } from '../metrics/metricsHandler';

const service = (preset: string) => address(['http', 'https']).default(preset);

/** What each service reads when it runs as a process of its own; a service's own settings come beside. */
export const standaloneEnvironment = {
  PORT: port().optional(),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  MONGODB_URI: address(['mongodb', 'mongodb+srv']),
  REDIS_URL: address(['redis', 'rediss']),
  SERVICE_SECRET: secret(32).optional(),
  METRICS_TOKEN: metricsToken().optional(),
  DEMO_DATA: flag().default(false),
  IDENTITY_URL: service('http://127.0.0.1:8081'),
  CATALOG_URL: service('http://127.0.0.1:8082'),
  ORDERS_URL: service('http://127.0.0.1:8083'),
  DELIVERY_URL: service('http://127.0.0.1:8084'),
  SETTLEMENT_URL: service('http://127.0.0.1:8085'),
  TEST_CLOCK: z.string().optional(),
};

export type StandaloneConfig = ReturnType<typeof readStandaloneConfig>;

/** @throws {ConfigError} */
export function readStandaloneConfig(name: ServiceName, defaultPort: number, environment = process.env) {
  const given = readEnvironment(standaloneEnvironment, environment);
  const testClock = readTestClock(environment, servesOthers(environment, given.HOST));
  const because = realDeployment(environment);
  if (given.DEMO_DATA && because !== undefined)
    throw new ConfigError([
      `DEMO_DATA must not be true where ${because}: everybody knows the demo's sign-ins. Leave it out`,
    ]);
  if (given.SERVICE_SECRET === undefined && !mayKeepSecretAt(given.MONGODB_URI))
    throw new ConfigError([secretMissing]);
  const urls: Readonly<Partial<Record<ServiceName, string>>> = {
    identity: given.IDENTITY_URL,
    catalog: given.CATALOG_URL,
    orders: given.ORDERS_URL,
    delivery: given.DELIVERY_URL,
    settlement: given.SETTLEMENT_URL,
  };
  return {
    name,
    port: given.PORT ?? defaultPort,
    host: given.HOST,
    logLevel: given.LOG_LEVEL,
    mongoUri: given.MONGODB_URI,
    redisUrl: given.REDIS_URL,
    metricsToken: given.METRICS_TOKEN,
    serviceSecret: given.SERVICE_SECRET,
    demo: given.DEMO_DATA,
    testClock,
    urls,
  };
}

/**
 * Without a common secret the services make one and keep it in the database, which works only where they have one database in common.
 * That cannot be known where the address names another machine and carries no password.
 */
function mayKeepSecretAt(mongoUri: string): boolean {
  const hosts = /^mongodb(?:\+srv)?:\/\/(?:([^@/]*)@)?([^/?]*)/.exec(mongoUri);
  const [, credentials, list = ''] = hosts ?? [];
  const local = list
    .split(',')
    .every((host) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host) || host.endsWith('.sock'));
  return local || /:./.test(credentials ?? '');
}

export const secretMissing =
  'SERVICE_SECRET is not set: it must be the same text of at least 32 characters for all services (it may be left out only where MONGODB_URI carries a password or names this machine, and all services may use one database together)';
