import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Api } from '../shared/contracts/endpoint';
import { ordersInternal } from '../shared/contracts/internal/orders';
import { ordersApi } from '../shared/contracts/orders';

/** Services that keep these rules, with the operations that people and other services may ask of them. */
const services: Record<string, Api> = {
  orders: { ...ordersApi, ...ordersInternal },
};

const rootFolder = join(__dirname, '..');
const useCasesOf = (service: string): string[] => {
  const folder = join(rootFolder, 'services', service, 'usecases');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path));
};

const nameOf = (path: string): string => basename(path, '.ts');
const exportsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^export (?:async )?(?:function\*?|const|class|type) (\w+)/gm)].map(
    ([, name = '']) => name,
  );

describe.each(Object.entries(services))('in %s', (service, api) => {
  const files = useCasesOf(service);

  test('every operation has one file of its name, which does it', () => {
    for (const operation of Object.keys(api)) {
      const named = files.filter((path) => nameOf(path) === operation);
      expect([operation, named.length]).toEqual([operation, 1]);
      expect([operation, exportsOf(named[0] ?? '')]).toEqual([
        operation,
        expect.arrayContaining([operation]),
      ]);
    }
  });

  test('every file of a use case exports what it is called', () => {
    const nameless = files.filter((path) => {
      const name = nameOf(path);
      const ofClass = name.slice(0, 1).toUpperCase() + name.slice(1);
      return name !== 'deps' && !exportsOf(path).some((exported) => [name, ofClass].includes(exported));
    });
    expect(nameless).toEqual([]);
  });

  test('what use cases work with is one type, called after the service', () => {
    const called = `${service.slice(0, 1).toUpperCase()}${service.slice(1)}Deps`;
    expect(exportsOf(files.find((path) => nameOf(path) === 'deps') ?? '')).toEqual([called]);
  });
});
