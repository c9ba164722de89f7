import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogEnvironment } from '../services/catalog/config';
import { deliveryEnvironment } from '../services/delivery/config';
import { gatewayEnvironment } from '../services/gateway/config';
import { identityEnvironment } from '../services/identity/config';
import { ordersEnvironment } from '../services/orders/config';
import { startEnvironment } from '../services/start/config';
import { readStandaloneConfig, standaloneEnvironment } from '../shared/kit/standalone/config';

const page = readFileSync(resolve(__dirname, '../docs/configuration.md'), 'utf8');

/** The variables of the tables, table by table. */
const tables = page
  .split(/\n\n(?!\|)/)
  .map((part) => [...part.matchAll(/^\| `([A-Z_]+)` *\|/gm)].map(([, name]) => name))
  .filter((names) => names.length > 0);

test('the page names exactly what the programs read', () => {
  const read = [
    startEnvironment,
    standaloneEnvironment,
    identityEnvironment,
    catalogEnvironment,
    ordersEnvironment,
    deliveryEnvironment,
    gatewayEnvironment,
  ];
  expect(tables.map((names) => names.sort())).toEqual(read.map((shape) => Object.keys(shape).sort()));
});

describe('the services’ common secret', () => {
  const secretFor = (mongoUri: string) =>
    readStandaloneConfig('orders', 8083, { MONGODB_URI: mongoUri, REDIS_URL: 'redis://127.0.0.1' })
      .serviceSecret;

  test.each([
    'mongodb://127.0.0.1:27017',
    'mongodb://localhost,127.0.0.1:27018/x?a=1',
    'mongodb://%2Ftmp%2Fembedded-mongodb-x%2Fmongodb.sock',
    'mongodb://user:password@db.example',
  ])('follows from %s', (uri) => {
    expect(secretFor(uri)).toBe(uri);
  });

  test.each(['mongodb://db.example', 'mongodb://user@db.example', 'mongodb://127.0.0.1,db.example'])(
    'must be given beside %s',
    (uri) => {
      expect(() => secretFor(uri)).toThrow(/^SERVICE_SECRET is not set/);
    },
  );
});
