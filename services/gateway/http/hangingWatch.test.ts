import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import express from 'express';
import { createLog } from '#shared/kit/log/log';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { proxiedBackends } from './proxy';

const log = createLog({ service: 'test', level: 'silent' });
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A gateway before a service that answers like this. */
async function gatewayBefore(service: RequestListener) {
  const orders = createServer(service);
  await listen(orders, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${portOf(orders)}`;
  const backends = proxiedBackends(
    { identity: url, catalog: url, orders: url, delivery: url, settlement: url },
    log,
  );
  const gateway = await listen(express().use(backends.orders), 0, '127.0.0.1');
  closing.push(async () => {
    orders.closeAllConnections();
    await closeGracefully(gateway, { timeoutMs: 5_000 });
    await closeGracefully(orders, { timeoutMs: 5_000 });
  });
  return async (path = '/orders') => {
    const reply = await fetch(`http://127.0.0.1:${portOf(gateway)}${path}`);
    return {
      status: reply.status,
      retryAfter: reply.headers.get('retry-after'),
      body: await reply.json(),
    };
  };
}

const unavailable = { status: 503, body: { code: 'SERVICE_UNAVAILABLE' } };

test('a service that says nothing at all is given up', async () => {
  const ask = await gatewayBefore(() => undefined);
  expect(await ask()).toMatchObject(unavailable);
});

test('one that works long, and says that it lives, is waited for', async () => {
  let asked = 0;
  let finish: () => void = () => undefined;
  const ask = await gatewayBefore((req, res) => {
    if (req.url === '/healthz') {
      res.end('{}');
      if ((asked += 1) === 2) finish();
    } else
      finish = () => {
        res.end('{"done":true}');
      };
  });
  expect(await ask()).toMatchObject({ status: 200, body: { done: true } });
});

test('one that has no time to say that it lives, but answers others, is waited for', async () => {
  const waiting = new Map<string, ServerResponse>();
  const finish = (path: string) => waiting.get(path)?.end('{"done":true}');
  let looks = 0;
  const ask = await gatewayBefore((req, res) => {
    waiting.set(req.url ?? '', res);
    if (req.url !== '/healthz') return;
    looks += 1;
    finish(looks === 1 ? '/quick' : '/long');
  });
  const [long, quick] = await Promise.all([ask('/long'), ask('/quick')]);
  expect([long.status, quick.status]).toEqual([200, 200]);
});

test('one whose long reply still comes, piece by piece, is waited for', async () => {
  const waiting = new Map<string, ServerResponse>();
  let looks = 0;
  const ask = await gatewayBefore((req, res) => {
    if (req.url === '/healthz') {
      looks += 1;
      if (looks < 3) waiting.get('/pieces')?.write(' ');
      else for (const one of waiting.values()) one.end('{"done":true}');
      return;
    }
    waiting.set(req.url ?? '', res);
    if (req.url === '/pieces') res.write(' ');
  });
  const [long, pieces] = await Promise.all([ask('/long'), ask('/pieces')]);
  expect([long.status, pieces.status]).toEqual([200, 200]);
});

test('while one hangs nothing piles up at it, who is refused comes back at different times, and it is used again when it lives', async () => {
  let lives = false;
  let reached = 0;
  const ask = await gatewayBefore((req, res) => {
    if (req.url !== '/healthz') reached += 1;
    if (lives) res.end('{"done":true}');
  });
  expect(await ask()).toMatchObject(unavailable);
  const herd = await Promise.all(Array.from({ length: 100 }, () => ask()));
  expect(herd.filter(({ status }) => status !== 503)).toEqual([]);
  expect(reached).toBe(1);
  expect(new Set(herd.map(({ retryAfter }) => retryAfter)).size).toBeGreaterThan(1);
  lives = true;
  expect(await ask()).toMatchObject({ status: 200 });
  expect(reached).toBe(2);
});
