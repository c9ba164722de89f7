import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Text } from '../../contracts/common';
import { endpoint } from '../../contracts/endpoint';
import { z } from '../../contracts/zod';
import { createClient } from './client';
import { httpTransport } from './httpTransport';

const api = {
  get: endpoint({
    id: 'test.get',
    service: 'catalog',
    method: 'get',
    path: '/things/:name',
    access: 'public',
    summary: 'Gets.',
    params: z.strictObject({ name: z.string() }),
    query: z.strictObject({ q: z.string().optional() }),
    reply: z.object({ path: z.string(), note: Text(20).optional() }),
  }),
  write: endpoint({
    id: 'test.write',
    service: 'catalog',
    method: 'post',
    idempotency: 'stored',
    path: '/things',
    access: 'public',
    summary: 'Writes.',
  }),
};

const servers: Server[] = [];
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))),
);

async function clientOf(
  listener: RequestListener,
  limits: { readonly timeoutMs?: number; readonly withinMs?: number } = { timeoutMs: 2_000 },
) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createClient(api, httpTransport({ baseUrl: `http://127.0.0.1:${port}`, ...limits }));
}

test('paths and queries are filled in and encoded, unknown parts of the reply dropped', async () => {
  const client = await clientOf((req, res) => res.end(JSON.stringify({ path: req.url, more: 1 })));
  expect(await client.get({ params: { name: 'a/b' }, query: { q: '菜 &' } })).toEqual({
    path: '/things/a%2Fb?q=%E8%8F%9C%20%26',
  });
});

test('what was stored before its format became stricter comes through, another shape does not', async () => {
  const replies: unknown[] = [{ path: '/', note: 'a\u202eb' }, { path: 1 }];
  const client = await clientOf((_req, res) => res.end(JSON.stringify(replies.shift())));
  const get = () => client.get({ params: { name: 'a' } });
  expect(await get()).toEqual({ path: '/', note: 'a\u202eb' });
  await expect(get()).rejects.toThrow(/expected string/);
});

test('a refusal comes through with its code and details', async () => {
  const client = await clientOf((_req, res) => {
    res.statusCode = 409;
    res.end(JSON.stringify({ code: 'OUT_OF_STOCK', detail: 'gone', status: 409, offerId: 'off_1' }));
  });
  await expect(client.write()).rejects.toMatchObject({
    code: 'OUT_OF_STOCK',
    message: 'gone',
    details: { offerId: 'off_1' },
  });
});

test('a read is tried again when the service is briefly away; a write without a key is not', async () => {
  let calls = 0;
  const flaky: RequestListener = (req, res) => {
    calls += 1;
    if (calls % 3 !== 0) req.socket.destroy();
    else res.end('{"path":"ok"}');
  };
  expect(await (await clientOf(flaky)).get({ params: { name: 'a' } })).toEqual({ path: 'ok' });
  expect(calls).toBe(3);
  await expect((await clientOf(flaky)).write()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(calls).toBe(4);
});

test('a write whose first try died half-way is tried again until its key is free', async () => {
  let calls = 0;
  const client = await clientOf((_req, res) => {
    calls += 1;
    res.statusCode = calls === 1 ? 409 : 204;
    res.end(calls === 1 ? JSON.stringify({ code: 'REQUEST_IN_PROGRESS', status: 409 }) : undefined);
  });
  await client.write({ idempotencyKey: 'key-1' });
  expect(calls).toBe(2);
});

test('all tries together take no longer than is waited for', async () => {
  let calls = 0;
  const silent: RequestListener = () => {
    calls += 1;
  };
  const client = await clientOf(silent, { timeoutMs: 60, withinMs: 60 });
  await expect(client.get({ params: { name: 'a' } })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: 'We are busy right now. Please try again shortly.',
  });
  expect(calls).toBe(1);
});

test('silence, and an answer that is no JSON, count as unavailable', async () => {
  await expect((await clientOf(() => undefined, { timeoutMs: 50 })).write()).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
  const client = await clientOf((_req, res) => {
    res.statusCode = 502;
    res.end('<html>');
  });
  await expect(client.write()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
});
