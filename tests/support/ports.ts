import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Ports below those which systems give to outgoing connections and to whoever asks for any (from 32768 on Linux, from 49152 elsewhere):
 * what is found free here stays free until the program that was told it listens, many seconds later. Above those which fetch refuses to
 * ask at (https://fetch.spec.whatwg.org/#port-blocking), of which 10080 is the highest.
 */
const lowest = 11_000;
const perProcess = 20;
const processes = 1_000;

/** Each process of the tests has ports of its own, by its id, so that two that look at the same moment find different ones. */
const own = lowest + (process.pid % processes) * perProcess;
let next = 0;

/**
 * A port for what must come back on the same one after a restart. Nothing listens on it, and nobody is given it by chance.
 * @throws when all the ports of this process are taken.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < perProcess; tried += 1) {
    const port = own + (next % perProcess);
    next += 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`The ports ${own} to ${own + perProcess - 1} are all taken`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}
