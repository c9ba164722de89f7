import { createServer, type RequestListener } from 'node:http';
import express from 'express';
import { createLog } from '#shared/kit/log/log';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { proxiedBackends } from './proxy';

const log = createLog({ service: 'test', level: 'silent' });

/** Asks a gateway for something of a service that answers like this. */
async function askedOf(service: RequestListener) {
  const orders = createServer(service);
  await listen(orders, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${portOf(orders)}`;
  const backends = proxiedBackends({ identity: url, catalog: url, orders: url, delivery: url }, log);
  const gateway = await listen(express().use(backends.orders), 0, '127.0.0.1');
  const reply = await fetch(`http://127.0.0.1:${portOf(gateway)}/orders`);
  const answer = { status: reply.status, body: await reply.json() };
  orders.closeAllConnections();
  await closeGracefully(gateway, { timeoutMs: 5_000 });
  await closeGracefully(orders, { timeoutMs: 5_000 });
  return answer;
}

test('a service that says nothing at all is given up', async () => {
  expect(await askedOf(() => undefined)).toMatchObject({
    status: 503,
    body: { code: 'SERVICE_UNAVAILABLE' },
  });
});

test('one that works long, and says that it lives, is waited for', async () => {
  let asked = 0;
  let finish: () => void = () => undefined;
  const answer = await askedOf((req, res) => {
    if (req.url === '/healthz') {
      res.end('{}');
      if ((asked += 1) === 2) finish();
    } else
      finish = () => {
        res.end('{"done":true}');
      };
  });
  expect(answer).toEqual({ status: 200, body: { done: true } });
});
