import { io, type Socket } from 'socket.io-client';
import { portOf } from '#shared/kit/process/listen';
import { aCityHarness, operator } from '../../../tests/support/deliveryBuilders';
import { type DeliveryHarness, hangzhou } from '../../../tests/support/deliveryHarness';
import { rawConnection, upgradeRequest } from '../../../tests/support/rawConnection';

let delivery: DeliveryHarness;
beforeAll(async () => {
  delivery = await aCityHarness();
});
afterAll(() => delivery.close());

const connected = async (): Promise<Socket> => {
  const client = io(`http://127.0.0.1:${portOf(delivery.server)}`, {
    path: '/realtime',
    transports: ['websocket'],
    reconnection: false,
    auth: { token: operator },
  });
  await new Promise<void>((resolve) => client.once('connect', resolve));
  return client;
};
const left = (client: Socket): Promise<string> =>
  new Promise((resolve) => client.once('disconnect', resolve));
const topic = { kind: 'city', cityId: hangzhou };
/** More than anybody's patience. */
const many = Array.from({ length: 1_000 }, (_, index) => index);

test.each<[string, (client: Socket, index: number) => unknown]>([
  ['messages that want no answer', (client) => client.emit('follow', topic)],
  ['messages under names that nobody knows', (client, index) => client.emit(`name ${index}`, topic)],
  ['messages without content', (client) => client.emit('unfollow')],
  ['answers to what nobody asked', (client) => client.io.engine.send('43[1]')],
  ['ways into places that are not there', (client) => client.io.engine.send('0/nowhere,')],
  [
    'a mixture',
    (client, index) => (index % 2 ? client.emit('follow', topic) : client.io.engine.send('43[1]')),
  ],
])('a flood of %s ends the socket', async (_, send) => {
  const client = await connected();
  const gone = left(client);
  for (const index of many) send(client, index);
  expect(await gone).toMatch(/transport|server/);
});

test('messages that want no answer use up the allowance of those that do', async () => {
  const client = await connected();
  for (const _ of many.slice(0, 100)) client.emit('follow', topic);
  expect(await client.emitWithAck('follow', topic)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  client.disconnect();
});

const realtimeAddresses = [
  '/realtime/?EIO=4&transport=polling',
  '/realtime/?EIO=4&transport=websocket',
  '/realtime/?EIO=4&transport=websocket&sid=unknown',
  '/realtime/?EIO=1&transport=%00',
  '/realtime/',
];
const requests = [
  '/',
  '/healthz',
  '/realtime',
  '/realtime?EIO=4',
  '/realtimes/',
  ...realtimeAddresses,
].flatMap((path) =>
  ['h2c', 'websocket', 'nonsense'].flatMap((protocol) =>
    ['GET', 'POST', 'OPTIONS'].map((method) => [method, path, protocol] as const),
  ),
);

test('no upgrade that leads nowhere leaves a connection open, also after an answer on it', async () => {
  const port = portOf(delivery.server);
  for (const before of [false, true])
    await Promise.all(
      requests.map(async ([method, path, protocol]) => {
        const client = await rawConnection(port);
        if (before) {
          client.write('GET /realtime/?EIO=4&transport=unknown HTTP/1.1', 'Host: test', '', '');
          await client.said('HTTP/1.1 400');
        }
        client.write(...upgradeRequest(path, protocol, method));
        await client.closed;
      }),
    );
});
