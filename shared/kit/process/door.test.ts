import { once } from 'node:events';
import { type Server } from 'node:http';
import { rawConnection, upgradeRequest } from '../../../tests/support/rawConnection';
import { doorOf } from './door';
import { closeGracefully, listen, portOf } from './listen';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => closeGracefully(server, { timeoutMs: 50 }))));

/** A server that answers `/`, never answers `/never`, and waits for the whole body of a POST. */
async function started() {
  const server = await listen(
    (req, res) => {
      if (req.url === '/never') return;
      req.resume().on('end', () => res.end('answered'));
    },
    0,
    '127.0.0.1',
  );
  servers.push(server);
  return { server, port: portOf(server) };
}

const ask = ['GET / HTTP/1.1', 'Host: test', '', ''];

test.each(['h2c', 'websocket', 'TLS/1.0'])(
  'an upgrade to %s that nobody claimed is refused and closed, also on a connection that was answered before',
  async (protocol) => {
    const { port } = await started();
    const client = await rawConnection(port);
    client.write(...ask);
    await client.said('answered');
    client.write(...upgradeRequest('/', protocol));
    expect(await client.said('HTTP/1.1 400')).toContain('Connection: close');
    await client.closed;
  },
);

test('an upgrade that somebody claimed is left to them', async () => {
  const { server, port } = await started();
  doorOf(server).claimUpgrades('/ours/');
  server.on('upgrade', (req, socket) => {
    if (req.url === '/ours/') socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  });
  const [ours, other] = [await rawConnection(port), await rawConnection(port)];
  ours.write(...upgradeRequest('/ours/'));
  other.write(...upgradeRequest('/ours'));
  await ours.said('HTTP/1.1 101');
  await other.said('HTTP/1.1 400');
  await other.closed;
});

test('CONNECT is closed', async () => {
  const { port } = await started();
  const client = await rawConnection(port);
  client.write('CONNECT other:443 HTTP/1.1', 'Host: other:443', '', '');
  await client.closed;
});

type Client = Awaited<ReturnType<typeof rawConnection>>;

test.each<[string, (client: Client, server: Server) => Promise<unknown>]>([
  ['a connection that asked nothing yet', () => Promise.resolve()],
  [
    'half a head',
    (client) => {
      client.write('GET / HTTP/1.1', 'Host: te');
      return Promise.resolve();
    },
  ],
  [
    'a kept-alive connection',
    (client) => {
      client.write(...ask);
      return client.said('answered');
    },
  ],
  [
    'half a head after an answer',
    async (client) => {
      client.write(...ask);
      await client.said('answered');
      client.write('GET / HT');
    },
  ],
  [
    'a body that never ends',
    async (client, server) => {
      client.write('POST / HTTP/1.1', 'Host: test', 'Content-Length: 1000', '', 'a few bytes');
      await once(server, 'request');
    },
  ],
  [
    'a chunked body that never ends',
    async (client, server) => {
      client.write('POST / HTTP/1.1', 'Host: test', 'Transfer-Encoding: chunked', '', '3', 'abc', '');
      await once(server, 'request');
    },
  ],
  [
    'a socket whose owner forgot it',
    async (client, server) => {
      doorOf(server).claimUpgrades('/socket');
      server.on('upgrade', (_req, socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
      client.write(...upgradeRequest('/socket', 'websocket'));
      await client.said('101');
    },
  ],
])('closing ends %s, and counts it as a clean end', async (_, prepare) => {
  const { server, port } = await started();
  const client = await rawConnection(port);
  await prepare(client, server);
  expect(await closeGracefully(server, { timeoutMs: 100 })).toBe(true);
  await client.closed;
});

test('closing cuts off a request that is never answered, and says so', async () => {
  const { server, port } = await started();
  const client = await rawConnection(port);
  client.write('GET /never HTTP/1.1', 'Host: test', '', '');
  await once(server, 'request');
  expect(await closeGracefully(server, { timeoutMs: 100 })).toBe(false);
  await client.closed;
});

test('closing does not wait for those who ask nothing as long as for those who do', async () => {
  const { server, port } = await started();
  const silent = await rawConnection(port);
  const asking = await rawConnection(port);
  asking.write('GET /never HTTP/1.1', 'Host: test', '', '');
  await once(server, 'request');
  const closing = closeGracefully(server, { timeoutMs: 600_000 });
  await silent.closed;
  asking.close();
  expect(await closing).toBe(true);
});
