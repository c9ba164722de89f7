import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogApi } from '../shared/contracts/catalog';
import { shoppingApi } from '../shared/contracts/catalog/shopping';
import { deliveryApi } from '../shared/contracts/delivery';
import { type Api } from '../shared/contracts/endpoint';
import { identityApi } from '../shared/contracts/identity';
import { catalogInternal } from '../shared/contracts/internal/catalog';
import { deliveryInternal } from '../shared/contracts/internal/delivery';
import { identityInternal } from '../shared/contracts/internal/identity';
import { ordersInternal } from '../shared/contracts/internal/orders';
import { providerStatementsInternal } from '../shared/contracts/internal/providerStatements';
import { ordersApi } from '../shared/contracts/orders';
import { settlementApi } from '../shared/contracts/settlement';

/** The services, with the operations that people and other services may ask of them. */
const services: Record<string, Api> = {
  identity: { ...identityApi, ...identityInternal },
  catalog: { ...catalogApi, ...shoppingApi, ...catalogInternal },
  orders: { ...ordersApi, ...ordersInternal, ...providerStatementsInternal },
  delivery: { ...deliveryApi, ...deliveryInternal },
  settlement: settlementApi,
};
/** What every service has, and what some have besides. */
const folders = ['clients', 'domain', 'http', 'storage', 'usecases'];
const besides = ['demo', 'realtime', 'tokens'];

const rootFolder = join(__dirname, '..');
/** The TypeScript files of a part of a service, without tests; none when it has no such part. */
function filesOf(service: string, part = ''): string[] {
  const folder = join(rootFolder, 'services', service, part);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path));
}

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const nameOf = (path: string): string => basename(path, '.ts');
const textOf = (path: string): string => readFileSync(path, 'utf8');
const exportsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/^export (?:async )?(?:function\*?|const|class|type) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
/** Those of the files that export neither a thing of their name nor a class or type of it. */
const nameless = (files: readonly string[]): string[] =>
  files.filter((path) => {
    const name = nameOf(path);
    return !exportsOf(path).some((exported) => [name, capital(name)].includes(exported));
  });

describe.each(Object.entries(services))('in %s', (service, api) => {
  const useCases = filesOf(service, 'usecases');

  test('every operation has one file of its name, which does it', () => {
    for (const operation of Object.keys(api)) {
      const named = useCases.filter((path) => nameOf(path) === operation);
      expect([operation, named.length]).toEqual([operation, 1]);
      expect([operation, exportsOf(named[0] ?? '')]).toEqual([
        operation,
        expect.arrayContaining([operation]),
      ]);
    }
  });

  test('every file of a use case exports what it is called', () => {
    expect(nameless(useCases.filter((path) => nameOf(path) !== 'deps'))).toEqual([]);
  });

  test('what use cases work with is one type, called after the service', () => {
    const deps = useCases.find((path) => nameOf(path) === 'deps') ?? '';
    expect(exportsOf(deps).filter((name) => name.endsWith('Deps'))).toEqual([`${capital(service)}Deps`]);
  });

  test('the parts are where they are in every service', () => {
    const entries = readdirSync(join(rootFolder, 'services', service), { withFileTypes: true });
    const found = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((name) => !found.includes(name))).toEqual([]);
    expect(found.filter((name) => ![...folders, ...besides].includes(name))).toEqual([]);
  });

  test('routes and presenters stand in files of their names', () => {
    const http = filesOf(service, 'http').filter((path) => /^present|Routes$/.test(nameOf(path)));
    expect(http.length).toBeGreaterThan(5);
    expect(nameless(http)).toEqual([]);
    const elsewhere = filesOf(service).filter((path) => !path.includes('/http/'));
    const presenting = elsewhere.filter((path) => /^present[A-Z]/.test(nameOf(path)));
    expect(presenting).toEqual([]);
  });

  test('it is put together by the assembly of the kit, which names its jobs and keeps its keys', () => {
    expect(textOf(join(rootFolder, 'services', service, 'app.ts'))).toMatch(/= assembly</);
    const alone = /\b(startOutboxRelay|mongoIdempotencyStore|expressRouter|ensureIndexes)\(/;
    const own = filesOf(service).filter((path) => !path.includes('/demo/') && alone.test(textOf(path)));
    expect(own).toEqual([]);
  });

  test('jobs are named in snake case, by what they do', () => {
    const job = /^\s+(\w+): \{\s*(?:\.\.\.paused\(|everyMs:)/gm;
    const jobs = filesOf(service).flatMap((path) => [...textOf(path).matchAll(job)].map(([, name]) => name));
    expect(jobs.length).toBeGreaterThan(2);
    expect(jobs.filter((name = '') => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
  });

  test('cursors are written and read by the kit', () => {
    const coding = /toString\('base64|Buffer\.from\([^)]*'base64/;
    const own = filesOf(service).filter((path) => /cursor/i.test(textOf(path)) && coding.test(textOf(path)));
    expect(own).toEqual([]);
  });
});
