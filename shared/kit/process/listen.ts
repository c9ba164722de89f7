import { once } from 'node:events';
import { createServer, type RequestListener, Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { within } from '../schedule/within';
import { doorOf } from './door';

/** Why a server cannot listen, in one line that says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** How long a client may take for the head of a request, and for all of it: a photo over a weak signal, no trickle. */
const headMs = 20_000;
const wholeRequestMs = 120_000;
/** A connection on which nothing moves for so long is dropped; sockets look after themselves. */
const silentMs = 120_000;
/** Longer than any client of ours keeps an idle connection, so that none is closed under a request that is just being sent. */
export const keepAliveMs = 65_000;

/**
 * Listens with an Express app, a listener or a server. Who sends too slowly, or asks to switch to a protocol that nobody here speaks,
 * is turned away.
 * @param port 0 takes a free one.
 * @throws {CannotListen} when the port is taken or not allowed.
 */
export async function listen(app: RequestListener | Server, port: number, host = '0.0.0.0'): Promise<Server> {
  const server = app instanceof Server ? app : createServer({ connectionsCheckingInterval: 5_000 }, app);
  server.headersTimeout = headMs;
  server.requestTimeout = wholeRequestMs;
  server.keepAliveTimeout = keepAliveMs;
  server.setTimeout(silentMs);
  doorOf(server).guard();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return server;
  } catch (error) {
    throw explained(error, port, host);
  }
}

/** The port that `listen` took. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function explained(error: unknown, port: number, host: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new CannotListen(`Port ${port} is already in use: stop what uses it or set PORT to another one`);
    case 'EACCES':
      return new CannotListen(`Port ${port} may not be used by this user: set PORT to one above 1023`);
    case 'EADDRNOTAVAIL':
      return new CannotListen(
        `${host} is not an address of this machine: set HOST to one that is, such as 0.0.0.0`,
      );
    default:
      return error;
  }
}

/** How long a connection that asks nothing may stay when the server stops: sockets say goodbye meanwhile. */
const farewellMs = 1_000;
const lookAgainMs = 20;

/**
 * Takes no more connections, answers the requests that are under way, then closes every connection, whatever it is in the middle of.
 * @returns false when requests that had come in whole were still unanswered after `timeoutMs` and were cut off.
 */
export async function closeGracefully(
  server: Server,
  { timeoutMs }: { timeoutMs: number },
): Promise<boolean> {
  if (!server.listening) return true;
  const door = doorOf(server);
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // A kept-alive connection becomes idle when its request is answered: look again until none is left.
  const began = performance.now();
  const sweep = setInterval(() => {
    server.closeIdleConnections();
    if (performance.now() - began >= farewellMs) door.closeUnasked();
  }, lookAgainMs);
  server.closeIdleConnections();
  await within(timeoutMs, closed);
  clearInterval(sweep);
  const answered = door.closeAll();
  server.closeAllConnections();
  await closed;
  return answered;
}
