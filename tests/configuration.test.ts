import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogEnvironment } from '../services/catalog/config';
import { deliveryEnvironment } from '../services/delivery/config';
import { gatewayEnvironment, readGatewayConfig } from '../services/gateway/config';
import { identityEnvironment } from '../services/identity/config';
import { ordersEnvironment } from '../services/orders/config';
import { settlementEnvironment } from '../services/settlement/config';
import { readStartConfig, startEnvironment } from '../services/start/config';
import { readConfig as readSandboxConfig } from '../shared/sandbox/config';
import { examples } from './support/deployment/serviceConfig';
import { readStandaloneConfig, standaloneEnvironment } from '../shared/kit/standalone/config';

const page = readFileSync(resolve(__dirname, '../docs/configuration.md'), 'utf8');

/** The variables of the tables, table by table. */
const tables = page
  .split(/\n\n(?!\|)/)
  .map((part) => [...part.matchAll(/^\| `([A-Z\d_]+)` *\|/gm)].map(([, name]) => name))
  .filter((names) => names.length > 0);

test('the page names exactly what the programs read', () => {
  const read = [
    startEnvironment,
    standaloneEnvironment,
    identityEnvironment,
    catalogEnvironment,
    ordersEnvironment,
    deliveryEnvironment,
    settlementEnvironment,
    gatewayEnvironment,
  ];
  expect(tables.map((names) => names.sort())).toEqual(read.map((shape) => Object.keys(shape).sort()));
});

describe('the services’ common secret', () => {
  const secretFor = (mongoUri: string, given: object = {}) =>
    readStandaloneConfig('orders', 8083, { MONGODB_URI: mongoUri, REDIS_URL: 'redis://127.0.0.1', ...given })
      .serviceSecret;

  test.each([
    'mongodb://127.0.0.1:27017',
    'mongodb://localhost,127.0.0.1:27018/x?a=1',
    'mongodb://%2Ftmp%2Fembedded-mongodb-x%2Fmongodb.sock',
    'mongodb://user:password@db.example',
  ])('follows from nothing at %s: it is random and kept there', (uri) => {
    expect(secretFor(uri)).toBeUndefined();
  });

  test.each([
    'mongodb://db.example',
    'mongodb://user@db.example',
    'mongodb://user:@db.example',
    'mongodb://127.0.0.1,db.example',
  ])('must be given beside %s', (uri) => {
    expect(() => secretFor(uri)).toThrow(/^SERVICE_SECRET is not set/);
    const SERVICE_SECRET = 'x'.repeat(32);
    expect(secretFor(uri, { SERVICE_SECRET })).toBe(SERVICE_SECRET);
  });
});

describe('a clock that tests move', () => {
  const here = { HOST: '127.0.0.1', TEST_CLOCK: '/tmp/clock' };
  const { WECHATPAY_MCHID, WECHATPAY_APPID, WECHATPAY_PRIVATE_KEY, WECHATPAY_SERIAL_NO } = examples;
  const wechatpay = {
    ...{ WECHATPAY_MCHID, WECHATPAY_APPID, WECHATPAY_PRIVATE_KEY, WECHATPAY_SERIAL_NO },
    WECHATPAY_API_V3_KEY: 'x'.repeat(32),
  };
  const stripe = { STRIPE_SECRET_KEY: 'sk_live_12345678', STRIPE_WEBHOOK_SECRET: 'whsec_12345678' };

  test('is taken by a start that is all in one, with the sandbox, on this machine', () => {
    expect(readStartConfig(here, []).testClock).toBe('/tmp/clock');
    expect(readStartConfig({ ...here, PUBLIC_URL: 'http://localhost:8080' }, []).testClock).toBe(
      '/tmp/clock',
    );
    const engine = 'mongodb://%2Ftmp%2Fengine%2Fmongodb.sock';
    expect(readStartConfig({ ...here, MONGODB_URI: engine }, []).testClock).toBe('/tmp/clock');
    expect(readStartConfig({ ...here, MONGODB_URI: 'mongodb://[::1]:27017' }, []).testClock).toBe(
      '/tmp/clock',
    );
    expect(readStartConfig({ ...here, TEST_CLOCK: '' }, []).testClock).toBeUndefined();
  });

  test.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
    [stripe, 'payments go to Stripe (STRIPE_SECRET_KEY)'],
    [wechatpay, 'payments go to WeChat Pay (WECHATPAY_MCHID)'],
    [
      { MONGODB_URI: 'mongodb://user:password@db.example,127.0.0.1' },
      'the data lie on a server (MONGODB_URI)',
    ],
    [{ HOST: '0.0.0.0' }, 'others can reach it (HOST is 0.0.0.0)'],
    [{ HOST: '' }, 'others can reach it (HOST is 0.0.0.0)'],
    [{ PUBLIC_URL: 'https://shop.example' }, 'others can reach it (PUBLIC_URL names shop.example)'],
  ])('is refused by a real deployment: %j', (real, why) => {
    expect(() => readStartConfig({ ...here, ...real }, [])).toThrow(
      `TEST_CLOCK is set, but ${why}: only tests`,
    );
  });

  const spread = {
    ...here,
    MONGODB_URI: 'mongodb://127.0.0.1',
    REDIS_URL: 'redis://127.0.0.1',
    STRIPE_SECRET_KEY: 'sk_test_12345678',
    STRIPE_API_URL: 'http://127.0.0.1:8090',
    SERVICE_SECRET: 'x'.repeat(32),
  };
  const standalone = (real: object = {}) => readStandaloneConfig('orders', 8083, { ...spread, ...real });

  test('is taken by a service as a process of its own, with all others on this machine', () => {
    expect(standalone().testClock).toBe('/tmp/clock');
    expect(standalone({ TEST_CLOCK: '' }).testClock).toBeUndefined();
  });

  test.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
    [{ STRIPE_API_URL: '' }, 'payments go to Stripe (STRIPE_SECRET_KEY)'],
    [{ STRIPE_API_URL: 'https://api.stripe.com' }, 'payments go to Stripe (STRIPE_SECRET_KEY)'],
    [{ MONGODB_URI: 'mongodb://db.example' }, 'the data lie on a server (MONGODB_URI)'],
    [{ REDIS_URL: 'redis://redis.example' }, 'events go over a server (REDIS_URL)'],
    [{ HOST: '' }, 'others can reach it (HOST is 0.0.0.0)'],
    [{ PUBLIC_URL: 'https://shop.example' }, 'others can reach it (PUBLIC_URL names shop.example)'],
  ])('is refused by a service of a real deployment: %j', (real, why) => {
    expect(() => standalone(real)).toThrow(`TEST_CLOCK is set, but ${why}: only tests`);
  });

  test('is refused by the stand-ins where others can reach them, and by a gateway, which knows no time', () => {
    const sandbox = (environment: object) => readSandboxConfig({ TEST_CLOCK: '/tmp/clock', ...environment });
    expect(sandbox({}).testClock).toBe('/tmp/clock');
    expect(() => sandbox({ SANDBOX_HOST: '0.0.0.0' })).toThrow('others can reach it (HOST is 0.0.0.0)');
    expect(() => readGatewayConfig(here)).toThrow('a gateway as a process of its own knows no time');
  });
});
