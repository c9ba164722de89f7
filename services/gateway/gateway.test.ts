import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import request from 'supertest';
import { internalEndpoints, publicEndpoints } from '#shared/contracts/apis';
import { createLog } from '#shared/kit/log/log';
import { createMetrics } from '#shared/kit/metrics/metrics';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { createGatewayApp, type GatewayOptions } from './app';
import { type Backends, backendNames } from './http/forward';
import { proxiedBackends } from './http/proxy';
import { trustedProxies } from './http/trustedProxies';

const metricsToken = 'a token for the figures';
const log = createLog({ service: 'test', level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'lintuan-site-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Services that answer with what reached them. */
const echo = (name: string): RequestHandler => {
  const app = express();
  app.use((req, res) => {
    res.json({ service: name, url: req.url, headers: req.headers });
  });
  return app;
};
const echoes = Object.fromEntries(backendNames.map((name) => [name, echo(name)])) as unknown as Backends;

const gateway = (options: Partial<GatewayOptions> = {}) =>
  request(
    createGatewayApp({
      backends: echoes,
      siteFolder: folder,
      health: { isReady: () => Promise.resolve({ ready: true, failing: [] }) },
      registries: [createMetrics('gateway').registry],
      trusted: trustedProxies([]),
      metricsToken,
      log,
      ...options,
    }),
  );
const usual = gateway();
const filled = (path: string) => path.replace(/:\w+/g, 'x');

test.each(publicEndpoints.map(({ id, path, service }) => [id, filled(path), service]))(
  '%s is forwarded to its service',
  async (_, path, service) => {
    expect((await usual.get(`/api${path}?a=1`)).body).toMatchObject({ service, url: `${path}?a=1` });
  },
);

test.each(internalEndpoints.map(({ id, path }) => [id, filled(path)]))('%s is not', async (_, path) => {
  for (const address of [path, `/api${path}`, `/api/${path}`, `/api/%69nternal${path.slice(9)}`]) {
    const reply = await usual.get(address).set('Authorization', 'Service token');
    expect([reply.status, reply.body.code]).toEqual([404, 'NOT_FOUND']);
  }
});

test('what only our own machines may say is taken off', async () => {
  const ask = (options?: Partial<GatewayOptions>) =>
    gateway(options)
      .get('/api/me')
      .set({ Authorization: 'Service forged', 'X-Forwarded-For': '1.2.3.4', 'X-Real-IP': '1.2.3.4' });
  const { headers } = (await ask()).body as { headers: object };
  for (const name of ['authorization', 'x-real-ip']) expect(headers).not.toHaveProperty(name);
  expect(JSON.stringify(headers)).not.toContain('1.2.3.4');
  const trusted = trustedProxies(['127.0.0.0/8', '::1']);
  expect((await ask({ trusted })).body.headers).toMatchObject({ 'x-forwarded-for': '1.2.3.4' });
  const person = await gateway().get('/api/me').set('Authorization', 'Bearer token');
  expect(person.body.headers).toMatchObject({ authorization: 'Bearer token' });
});

test('a request keeps its correlation id on the way to the service', async () => {
  const reply = await gateway().get('/api/me').set('X-Correlation-Id', 'follow-me-1');
  expect(reply.body.headers).toMatchObject({ 'x-correlation-id': 'follow-me-1' });
  expect(reply.headers['x-correlation-id']).toBe('follow-me-1');
});

test('services elsewhere are reached over the network; one that is down is unavailable', async () => {
  const server = await listen(echo('orders') as never, 0, '127.0.0.1');
  const up = `http://127.0.0.1:${portOf(server)}`;
  const down = 'http://127.0.0.1:9';
  const backends = proxiedBackends(
    { identity: down, catalog: down, orders: up, delivery: down, settlement: down },
    log,
  );
  const client = gateway({ backends });
  expect((await client.get('/api/orders?a=1').set('X-Forwarded-For', '1.2.3.4')).body).toMatchObject({
    url: '/orders?a=1',
    headers: { 'x-forwarded-for': expect.not.stringContaining('1.2.3.4') },
  });
  const reply = await client.get('/api/me');
  expect([reply.status, reply.type, JSON.parse(reply.text).code]).toEqual([
    503,
    'application/problem+json',
    'SERVICE_UNAVAILABLE',
  ]);
  await closeGracefully(server, { timeoutMs: 1_000 });
});

test('without a build a page says so, and reads it when it is there', async () => {
  const open = () => gateway().get('/').set('Accept', 'text/html');
  expect((await open()).text).toContain('正在准备');
  writeFileSync(join(folder, 'index.html'), '<div id="app"></div>');
  writeFileSync(join(folder, 'app.a3ff7f94.js'), 'app();');
  const page = await open();
  expect([page.text, page.headers['cache-control']]).toEqual(['<div id="app"></div>', 'no-cache']);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  const script = await gateway().get('/app.a3ff7f94.js');
  expect(script.headers['cache-control']).toContain('immutable');
  expect((await gateway().get('/somewhere').set('Accept', 'text/html')).text).toContain('id="app"');
  expect((await gateway().get('/missing.js').set('Accept', '*/*')).status).toBe(404);
});

test('a page loads from its own origin only, and may use little of the device', async () => {
  const asked = (host: string) => gateway().get('/').set('Host', host).set('Accept', 'text/html');
  const { headers } = await asked('shop.example:8443');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("img-src 'self' data: blob:;");
  expect(policy).toContain("connect-src 'self' ws://shop.example:8443 wss://shop.example:8443;");
  // WeChat Pay opens its page only for who says from which shop they come; which page of it is nobody's business.
  expect(headers['referrer-policy']).toBe('strict-origin');
  expect(headers['permissions-policy']).toContain('geolocation=(self)');
  expect(headers['permissions-policy']).toContain('microphone=()');
  const { headers: odd } = await asked('x; script-src *');
  expect(odd['content-security-policy']).toContain("connect-src 'self' 'self';");
});

test('machines are answered', async () => {
  expect((await gateway().get('/healthz')).status).toBe(200);
  expect((await gateway().get('/readyz')).body).toEqual({ status: 'ready' });
  const unready = { isReady: () => Promise.resolve({ ready: false, failing: ['orders'] }) };
  expect((await gateway({ health: unready }).get('/readyz')).status).toBe(503);
  const figures = await gateway().get('/metrics').set('Authorization', `Bearer ${metricsToken}`);
  expect(figures.text).toContain('http_request_duration_seconds');
  expect((await gateway().get('/metrics')).status).toBe(404);
  expect((await gateway({ metricsToken: undefined }).get('/metrics')).status).toBe(404);
});

test('people find the reference and the errors', async () => {
  expect((await gateway().get('/docs')).text).toContain('swagger-ui');
  expect((await gateway().get('/docs/assets/swagger-ui.css')).status).toBe(200);
  const errors = (await gateway().get('/docs/errors')).text;
  expect(errors).toContain('id="OUT_OF_STOCK"');
  expect(errors).toContain('找不到您要的内容');
});
