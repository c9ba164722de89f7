import { internalEndpoints, publicEndpoints } from '#shared/contracts/apis';
import { openApiDocument } from './document';
import { type Json } from './operation';

const document = openApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, operation })),
);

test('every operation of people is there, and none of the services', () => {
  const ids = operations.map(({ operation: { operationId } }) => String(operationId));
  const webhooks = ['orders.stripeWebhook', 'orders.wechatpayWebhook', 'orders.alipayWebhook'];
  expect(ids.sort()).toEqual([...publicEndpoints.map(({ id }) => id), ...webhooks].sort());
  for (const { id } of internalEndpoints) expect(ids).not.toContain(id);
});

test('every reference leads somewhere', () => {
  const text = JSON.stringify(document);
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer
      .split('/')
      .reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document);
    expect([pointer, typeof target]).toEqual([pointer, 'object']);
  }
});

test('the parameters of each path are described', () => {
  for (const {
    path,
    operation: { parameters },
  } of operations) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = (parameters as Json[]).filter((one) => one['in'] === 'path').map(({ name }) => name);
    expect([path, described.sort()]).toEqual([path, names.sort()]);
  }
});

test('who may call, how to repeat and what can go wrong are told', () => {
  const { post } = document.paths['/api/me/addresses']!;
  expect(post).toMatchObject({
    tags: ['identity'],
    parameters: [{ name: 'Idempotency-Key', required: true }],
    requestBody: { required: true },
    responses: {
      201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Address' } } } },
      409: { content: { 'application/problem+json': { examples: { TOO_MANY_ADDRESSES: {} } } } },
    },
  });
  expect(document.paths['/api/accounts']!['get']).toMatchObject({ 'x-roles': ['operator'] });
  expect(document.paths['/api/sign-in/phone']!['post']).toMatchObject({ security: [] });
});

test('each schema has the shape of a schema: an object with keywords, or a reference alone', () => {
  const schemas = (document['components'] as { schemas: Record<string, Json> }).schemas;
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['Money', 'Problem', 'MyAccount']));
  for (const [name, schema] of Object.entries(schemas)) {
    expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(schema).not.toHaveProperty('$defs');
    expect(['object', 'array', 'string', 'number', 'integer', undefined]).toContain(schema['type']);
  }
});
