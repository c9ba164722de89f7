import { createServer } from 'node:http';
import express from 'express';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { createLog } from '#shared/kit/log/log';
import { doorOf } from '#shared/kit/process/door';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { proxiedBackends, proxiedRealtime } from './proxy';
import { strip } from './strip';
import { trustedProxies } from './trustedProxies';

const log = createLog({ service: 'test', level: 'silent' });

/** A client of a gateway before a delivery service that has nothing but sockets. */
async function connected(transport: string, { ranges = [] as readonly string[], extraHeaders = {} } = {}) {
  const trusted = trustedProxies(ranges);
  const delivery = createServer();
  const sockets = new Server(delivery, { path: '/realtime' });
  const connection = new Promise<Socket>((resolve) => sockets.once('connection', resolve));
  doorOf(delivery).claimUpgrades('/realtime/');
  await listen(delivery, 0, '127.0.0.1');
  const realtime = proxiedRealtime(`http://127.0.0.1:${portOf(delivery)}`, { log, trusted });
  const app = express();
  app.use(strip(trusted));
  app.use('/realtime', realtime.handler);
  const gateway = await listen(app, 0, '127.0.0.1');
  realtime.attach(gateway);
  const client = io(`http://127.0.0.1:${portOf(gateway)}`, {
    path: '/realtime',
    transports: [transport],
    upgrade: false,
    extraHeaders,
  });
  const socket = await connection;
  const left = new Promise((resolve) => socket.conn.once('close', resolve));
  return {
    client,
    socket,
    sockets,
    gateway,
    close: async () => {
      client.close();
      await left;
      await closeGracefully(gateway, { timeoutMs: 5_000 });
      await sockets.close();
    },
  };
}

describe.each(['websocket', 'polling'])('by %s', (transport) => {
  test('sockets reach delivery', async () => {
    const { client, socket, close } = await connected(transport);
    socket.on('ask', (reply: (answer: string) => void) => {
      reply('heard');
    });
    expect(await client.emitWithAck('ask')).toBe('heard');
    await close();
  });

  test.each([
    ['is taken off', []],
    ['stays when a trusted proxy said it, except the credentials of services,', ['127.0.0.1']],
  ])('what only our own machines may say %s', async (_, ranges) => {
    const extraHeaders = {
      authorization: 'Service forged',
      'x-forwarded-for': '1.2.3.4',
      'x-real-ip': '1.2.3.4',
    };
    const { socket, close } = await connected(transport, { ranges, extraHeaders });
    const { headers } = socket.handshake;
    await close();
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('x-real-ip');
    expect(headers['x-forwarded-for']).toBe(ranges.length > 0 ? '1.2.3.4' : '127.0.0.1');
  });
});

test('a reply that a service left unfinished is cut off, never taken for a whole one', async () => {
  const orders = createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    res.write('{"items":', () => res.socket?.resetAndDestroy());
  });
  await listen(orders, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${portOf(orders)}`;
  const backends = proxiedBackends(
    { identity: url, catalog: url, orders: url, delivery: url, settlement: url },
    log,
  );
  const gateway = await listen(express().use(backends.orders), 0, '127.0.0.1');
  const reply = fetch(`http://127.0.0.1:${portOf(gateway)}/orders`).then((response) => response.text());
  await expect(reply).rejects.toThrow('terminated');
  await closeGracefully(gateway, { timeoutMs: 5_000 });
  await closeGracefully(orders, { timeoutMs: 5_000 });
});

test('stopping the gateway ends sockets that nobody else ends, at delivery, too', async () => {
  const { client, socket, gateway, sockets } = await connected('websocket');
  const gone = Promise.all([
    new Promise((resolve) => client.once('disconnect', resolve)),
    new Promise((resolve) => socket.once('disconnect', resolve)),
  ]);
  expect(await closeGracefully(gateway, { timeoutMs: 5_000 })).toBe(true);
  await gone;
  client.close();
  await sockets.close();
});
