import { once } from 'node:events';
import { createServer, type RequestListener, Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { within } from '../schedule/within';

/** Why a server cannot listen, in one line that says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/**
 * Listens with an Express app, a listener or a server.
 * @param port 0 takes a free one.
 * @throws {CannotListen} when the port is taken or not allowed.
 */
export async function listen(app: RequestListener | Server, port: number, host = '0.0.0.0'): Promise<Server> {
  const server = app instanceof Server ? app : createServer(app);
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

/**
 * Takes no more connections, answers the requests that are under way, then closes every socket.
 * @returns false when requests were still under way after `timeoutMs` and were cut off.
 */
export async function closeGracefully(
  server: Server,
  { timeoutMs }: { timeoutMs: number },
): Promise<boolean> {
  if (!server.listening) return true;
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // A kept-alive connection becomes idle when its request is answered: look again until none is left.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  server.closeIdleConnections();
  const inTime = await within(timeoutMs, closed);
  clearInterval(sweep);
  server.closeAllConnections();
  await closed;
  return inTime;
}
