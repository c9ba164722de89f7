import { internalEndpoints, publicEndpoints } from './apis';
import { isAudited } from './audit';
import { type Endpoint } from './endpoint';
import { errorTable } from './errors';
import { z } from './zod';

const all = [...publicEndpoints, ...internalEndpoints];
const firstSegment = ({ path }: Endpoint) => path.split('/')[1] ?? '';
const named = (endpoints: readonly Endpoint[]) =>
  endpoints.map((endpoint) => [endpoint.id, endpoint] as const);
const duplicates = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

test('every operation has its own id and its own address', () => {
  expect(duplicates(all.map(({ id }) => id))).toEqual([]);
  expect(duplicates(all.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`))).toEqual([]);
});

test('the first part of a public address belongs to one service, so that the gateway can route by it', () => {
  const owners = new Map<string, Set<string>>();
  for (const endpoint of publicEndpoints) {
    const segment = firstSegment(endpoint);
    owners.set(segment, (owners.get(segment) ?? new Set()).add(endpoint.service));
  }
  expect([...owners].filter(([, services]) => services.size > 1)).toEqual([]);
  expect(owners.has('internal')).toBe(false);
});

test.each(named(publicEndpoints))('%s is not for services', (_, endpoint) => {
  expect(endpoint.access).not.toBe('internal');
});

test.each(named(internalEndpoints))('%s is for services only, below /internal', (_, endpoint) => {
  expect([endpoint.access, firstSegment(endpoint)]).toEqual(['internal', 'internal']);
});

test.each(named(all))('%s describes itself', (id, endpoint) => {
  expect(id.startsWith(`${endpoint.service}.`)).toBe(true);
  expect(endpoint.summary).toMatch(/^[A-Z].*\.$/s);
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  expect(Object.keys(endpoint.params?.shape ?? {}).sort()).toEqual(inPath.sort());
  for (const code of endpoint.errors ?? []) expect(errorTable).toHaveProperty(code);
  if (endpoint.method === 'get') expect(endpoint.body).toBeUndefined();
});

test.each(named(publicEndpoints))(
  '%s reads the rights of operators afresh when it changes something',
  (_, endpoint) => {
    const { access, method, rights } = endpoint;
    const ofOperators = typeof access !== 'string' && access.includes('operator');
    expect(rights).toBe(ofOperators && method !== 'get' ? 'fresh' : undefined);
  },
);

test('whatever staff, leaders and couriers alone may write leaves an audit entry, but for what nobody answers for', () => {
  const theirs = publicEndpoints.filter(
    ({ method, access }) => method !== 'get' && typeof access === 'object',
  );
  expect(
    theirs
      .filter((endpoint) => !isAudited(endpoint, undefined))
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    'catalog.uploadPicture',
    'delivery.lookUpCode',
    'delivery.reportPosition',
    'delivery.uploadDeliveryPhoto',
    'orders.previewRefund',
  ]);
  const placing = publicEndpoints.find(({ id }) => id === 'orders.placeOrder')!;
  expect([isAudited(placing, {}), isAudited(placing, { onBehalfOf: { name: '王' } })]).toEqual([false, true]);
});

test.each(named(all))('%s can be written as JSON Schema', (_, { params, query, body, reply }) => {
  for (const input of [params, query, body]) if (input) z.toJSONSchema(input, { io: 'input' });
  if (reply) z.toJSONSchema(reply, { io: 'output', unrepresentable: 'any' });
});

test('the words of a refusal exist in both languages and fit its status', () => {
  for (const [code, { status, zh, en }] of Object.entries(errorTable)) {
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
  }
});
