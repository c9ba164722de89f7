import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { createLog } from '#shared/kit/log/log';
import { listen, portOf } from '#shared/kit/process/listen';
import { proxiedRealtime } from './proxy';

const log = createLog({ service: 'test', level: 'silent' });

test.each(['websocket', 'polling'])('sockets reach delivery by %s', async (transport) => {
  const delivery = createServer();
  const sockets = new Server(delivery, { path: '/realtime' });
  const left = new Promise((resolve) => {
    sockets.on('connection', ({ conn }) => conn.on('close', resolve));
  });
  sockets.on('connection', (socket) => {
    socket.on('ask', (reply: (answer: string) => void) => {
      reply('heard');
    });
  });
  await listen(delivery, 0, '127.0.0.1');
  const realtime = proxiedRealtime(`http://127.0.0.1:${portOf(delivery)}`, log);
  const app = express();
  app.use('/realtime', realtime.handler);
  const gateway = await listen(app, 0, '127.0.0.1');
  realtime.attach(gateway);

  const client = io(`http://127.0.0.1:${portOf(gateway)}`, {
    path: '/realtime',
    transports: [transport],
    upgrade: false,
  });
  expect(await client.emitWithAck('ask')).toBe('heard');

  client.close();
  await left;
  // The last words of the client are on their way still.
  await new Promise((resolve) => gateway.close(resolve));
  await sockets.close();
});
