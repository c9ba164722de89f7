/** A bare Express program: what this machine can do for orders, lists and sockets when nothing else is asked of it. */
import { createServer } from 'node:http';
import express from 'express';
import { type AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { createLog } from '#shared/kit/log/log';
import { connectMongo } from '#shared/kit/mongo/connect';
import { keepAliveMs } from '#shared/kit/process/listen';
import { bareWrites, type BareLine } from './writes';

const [uri = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const mongo = await connectMongo({
    uri,
    dbName: 'bare',
    log: createLog({ service: 'ceiling', level: 'error' }),
  });
  const db = mongo.db;
  if (!db) throw new Error('No database');
  const writes = bareWrites(db);
  let listBytes = Buffer.alloc(0);
  let next = 0;

  const app = express();
  app.set('etag', false);
  app.disable('x-powered-by');
  app.get('/offers', (_req, res) => {
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    res.setHeader('Content-Length', listBytes.length);
    res.end(listBytes);
  });
  app.use(express.json({ limit: '4mb' }));
  app.post('/list', (req, res) => {
    listBytes = Buffer.from(JSON.stringify(req.body));
    res.end();
  });
  app.post('/stock', async (req, res) => {
    await writes.stock((req.body as { offerIds: string[] }).offerIds);
    res.end();
  });
  app.post('/orders', async (req, res) => {
    const body = req.body as { lines: BareLine[] };
    const _id = `bare_${next++}`;
    await writes.place({ _id, state: 'pending', lines: body.lines, body, at: new Date() });
    res.status(201).json({ orderId: _id, status: 'placed', ...body });
  });
  app.post('/orders/:id/pay', async (req, res) => {
    await writes.pay(req.params.id);
    res.status(201).json({ orderId: req.params.id, status: 'paid' });
  });

  for (const step of ['clear', 'freeze', 'capture'] as const)
    app.post(`/cutoff/${step}`, async (_req, res) => {
      await writes[step]();
      res.end();
    });
  app.get('/spent', (_req, res) => {
    const { user, system } = process.cpuUsage();
    res.json({ processorSeconds: (user + system) / 1e6 });
  });

  const server = createServer(app);
  server.keepAliveTimeout = keepAliveMs;
  const io = new Server(server, { path: '/realtime', transports: ['websocket'] });
  let snapshot: unknown;
  io.on('connection', (socket) => {
    socket.on('follow', (_topic, reply: (answer: object) => void) => {
      void socket.join('all');
      reply({ ok: true, snapshot });
    });
  });
  app.post('/snapshot', (req, res) => {
    snapshot = req.body;
    res.end();
  });
  app.post('/shout', (req, res) => {
    const { count, name, message } = req.body as { count: number; name: string; message: unknown };
    for (let at = 0; at < count; at += 1) io.to('all').emit(name, message);
    res.end();
  });
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`ready ${(server.address() as AddressInfo).port}\n`);
  });
}

void main();
