import { createServer, request as httpRequest, Agent } from 'node:http';
import { once } from 'node:events';
import { CannotListen, closeGracefully, listen, portOf } from './listen';

test('listens on a free port, and says in one line which port is taken', async () => {
  const server = await listen((_req, res) => res.end('ok'), 0, '127.0.0.1');
  const port = portOf(server);
  await expect(listen(createServer(), port, '127.0.0.1')).rejects.toThrow(
    new CannotListen(`Port ${port} is already in use: stop what uses it or set PORT to another one`),
  );
  expect(await closeGracefully(server, { timeoutMs: 1_000 })).toBe(true);
});

test('an address of another machine is named', async () => {
  await expect(listen(createServer(), 0, '192.0.2.1')).rejects.toThrow(
    '192.0.2.1 is not an address of this machine',
  );
});

test('closing answers the request under way on a kept-alive connection, and takes no new one', async () => {
  let answer: (() => void) | undefined;
  const server = await listen(
    (_req, res) => {
      answer = () => res.end('done');
    },
    0,
    '127.0.0.1',
  );
  const port = portOf(server);
  const agent = new Agent({ keepAlive: true });
  const asked = httpRequest({ port, host: '127.0.0.1', agent }).end();
  await once(server, 'request');
  const closing = closeGracefully(server, { timeoutMs: 5_000 });
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  answer!();
  const [reply] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
  const [body] = (await once(reply, 'data')) as [Buffer];
  expect(body.toString()).toBe('done');
  expect(await closing).toBe(true);
  agent.destroy();
});

test('a request that takes too long is cut off', async () => {
  const server = await listen(() => undefined, 0, '127.0.0.1');
  const asked = fetch(`http://127.0.0.1:${portOf(server)}/`).catch((error: unknown) => error);
  await once(server, 'request');
  expect(await closeGracefully(server, { timeoutMs: 30 })).toBe(false);
  expect(String(await asked)).toContain('fetch failed');
});

test('an idle connection is kept for longer than clients of ours keep it', async () => {
  const server = await listen((_req, res) => res.end('ok'), 0, '127.0.0.1');
  const reply = await fetch(`http://127.0.0.1:${portOf(server)}/`);
  expect(reply.headers.get('keep-alive')).toBe('timeout=65');
  await closeGracefully(server, { timeoutMs: 1_000 });
});
