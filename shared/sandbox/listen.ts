import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Listening = {
  host: string;
  port: number;
  url: string;
  /** Stops taking calls, lets those in flight finish for a moment, then ends their connections. */
  close: () => Promise<void>;
};

const PATIENCE_MS = 2000;

/** Listens on this machine only; port 0 takes a free one. @throws when the port is taken */
export function listen(app: RequestListener, port = 0, host = '127.0.0.1'): Promise<Listening> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        host,
        port: taken,
        url: `http://${host}:${taken}`,
        close: () =>
          new Promise((closed) => {
            const impatient = setTimeout(() => {
              server.closeAllConnections();
            }, PATIENCE_MS);
            server.close(() => {
              clearTimeout(impatient);
              closed();
            });
            server.closeIdleConnections();
          }),
      });
    });
  });
}
