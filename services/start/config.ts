import { resolve } from 'node:path';
import { z } from '#shared/contracts/zod';
import { realDeployment } from '#shared/kit/config/deployment';
import { address, ConfigError, oneOf, port, readEnvironment } from '#shared/kit/config/environment';
import { servesOthers } from '#shared/kit/config/servesOthers';
import { readTestClock } from '#shared/kit/config/testClock';
import { metricsToken } from '#shared/kit/metrics/metricsHandler';
import { proxyList } from '../gateway/http/trustedProxies';
import { logLevels } from '#shared/kit/log/log';
import { officialEnvironment, readOfficialAccount, smsMissing, usualEnvironment } from '../identity/config';
import { mailEnvironment } from '../settlement/clients/mail/config';
import { isAnySet, nobodyTakesMoney, paymentsEnvironment, readPaymentSettings } from '../orders/config';

/** What the all-in-one start itself reads; the services' own settings come beside. */
const ownEnvironment = {
  ...usualEnvironment,
  PORT: port().default(8080),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: address(['mongodb', 'mongodb+srv']).optional(),
  PUBLIC_URL: address(['http', 'https']).optional(),
  LOG_LEVEL: oneOf(logLevels).default('warn'),
  TRUST_PROXY: proxyList().prefault('false'),
  METRICS_TOKEN: metricsToken().optional(),
  ...mailEnvironment,
  TEST_CLOCK: z.string().optional(),
};

/** With what it reads for orders. */
export const startEnvironment = { ...ownEnvironment, ...officialEnvironment, ...paymentsEnvironment };

export type StartConfig = ReturnType<typeof readStartConfig>;

/** @throws {ConfigError} with a line for each mistake in the environment or the arguments */
export function readStartConfig(environment = process.env, given = process.argv.slice(2)) {
  const values = readEnvironment(ownEnvironment, environment);
  const payments = readPaymentSettings(environment);
  const testClock = readTestClock(environment, servesOthers(environment, values.HOST));
  const wanted = switches(given);
  const because = realDeployment(environment);
  if (because !== undefined) refuseDemo(because, wanted, { ...values, takesMoney: isAnySet(payments) });
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    mongoUri: values.MONGODB_URI,
    publicUrl: values.PUBLIC_URL,
    logLevel: values.LOG_LEVEL,
    trusted: values.TRUST_PROXY,
    metricsToken: values.METRICS_TOKEN,
    payments: isAnySet(payments) ? payments : undefined,
    officialAccount: readOfficialAccount(environment),
    testClock,
    codes: values.SMS_URL,
    wechat:
      because === undefined && values.WECHAT_APPID === ''
        ? undefined
        : {
            apiUrl: values.WECHAT_API_URL,
            appId: values.WECHAT_APPID,
            appSecret: values.WECHAT_SECRET,
          },
    ...wanted,
  };
}

type RealNeeds = { readonly SMS_URL?: string | undefined; readonly takesMoney: boolean };

/** Real people must not meet sign-ins that everybody knows, codes in a log, or payments that nobody makes. @throws {ConfigError} */
function refuseDemo(because: string, { demo }: Switches, { SMS_URL, takesMoney }: RealNeeds): void {
  const lines = [
    ...(demo
      ? [
          `This looks like a real deployment (${because}), and a real one cannot be a demo: start it with npm start -- --no-demo`,
        ]
      : []),
    ...(SMS_URL === undefined ? [smsMissing(because)] : []),
    ...(takesMoney ? [] : [`${nobodyTakesMoney}; where ${because}, nobody may pay by the sandbox`]),
  ];
  if (lines.length > 0) throw new ConfigError(lines);
}

const known = ['--no-demo', '--no-app', '--no-life'];

type Switches = { demo: boolean; app: boolean; life: boolean };

/** `--no-demo`: start empty. `--no-app`: do not build the H5 site. `--no-life`: nobody orders by themselves in the demo. */
function switches(given: readonly string[]): Switches {
  const unknown = given.filter((one) => !known.includes(one));
  if (unknown.length > 0)
    throw new ConfigError([
      `${unknown.join(' ')} is not known: npm start takes ${known.join(', ')}, after --`,
    ]);
  const wants = (without: string) => !given.includes(without);
  return { demo: wants('--no-demo'), app: wants('--no-app'), life: wants('--no-life') };
}
