import { type AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { createLog } from '#shared/kit/log/log';
import { aCity, aPaidOrder, leaderOf, operator, point } from '../../../tests/support/deliveryBuilders';
import { type DeliveryHarness, deliveryHarness, eventually } from '../../../tests/support/deliveryHarness';
import { startRedis, type TestRedis } from '../../../tests/support/redis';
import { redisStreamsAdapter } from './redisAdapter';

let redis: TestRedis;
const adapters: Awaited<ReturnType<typeof redisStreamsAdapter>>[] = [];
const processes: DeliveryHarness[] = [];
const clients: Socket[] = [];

beforeAll(async () => {
  redis = await startRedis();
  for (let one = 0; one < 2; one += 1) {
    const sockets = await redisStreamsAdapter(redis.url, createLog({ service: 'delivery', level: 'silent' }));
    adapters.push(sockets);
    const database = processes[0]?.database;
    processes.push(
      await deliveryHarness({ realtimeAdapter: sockets.adapter, ...(database ? { database } : {}) }),
    );
  }
  await aCity(processes[0]!);
});
afterAll(async () => {
  for (const client of clients) client.disconnect();
  for (const process of processes) await process.close();
  for (const sockets of adapters) await sockets.close();
  await redis.close();
});

async function followPoint(process: DeliveryHarness, token: string) {
  const { port } = process.server.address() as AddressInfo;
  const client = io(`http://127.0.0.1:${port}`, {
    path: '/realtime',
    transports: ['websocket'],
    auth: { token },
  });
  clients.push(client);
  const heard: unknown[] = [];
  client.on('order_changed', (message: unknown) => heard.push(message));
  const topic = { kind: 'pickup_point', pickupPointId: point(1) };
  expect(await client.emitWithAck('follow', topic)).toMatchObject({ ok: true });
  return heard;
}

test('what one process is told reaches the sockets of the other, once each; a leader replaced here hears nothing there', async () => {
  const [one, two] = processes;
  const [here, there] = [await followPoint(one!, operator), await followPoint(two!, leaderOf(1))];
  await one!.tell('orders.paid.v1', aPaidOrder('ord_1'));
  await eventually(() => here.length > 0 && there.length > 0);
  await one!
    .call('put', `/pickup-points/${point(1)}/leader`, operator)
    .send({ accountId: null, version: 1 })
    .expect(200);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await one!.tell('orders.paid.v1', aPaidOrder('ord_2'));
  await eventually(() => here.length === 2);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(there).toHaveLength(1);
});
