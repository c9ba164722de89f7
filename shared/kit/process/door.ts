import { type Server, type ServerResponse } from 'node:http';
import { type Socket } from 'node:net';
import { type Duplex } from 'node:stream';
import { problem } from '../http/problem';

/** All that is open on one HTTP server, also what Node's own list forgets: connections that became sockets. */
export type Door = {
  /** From now on an upgrade that nobody claimed is refused. May be called again. */
  guard(): void;
  /** Upgrades to addresses that begin so belong to somebody who answers every one of them. */
  claimUpgrades(prefix: string): void;
  /** Closes connections without a request under way: half a head, sockets, silence. */
  closeUnasked(): void;
  /** Closes every connection. @returns whether no request that had come in whole was left unanswered. */
  closeAll(): boolean;
};

const doors = new WeakMap<Server, Door>();

/** The one door of `server`; it knows connections from the first time it is asked for. */
export function doorOf(server: Server): Door {
  const known = doors.get(server);
  if (known) return known;
  const made = makeDoor(server);
  doors.set(server, made);
  return made;
}

function makeDoor(server: Server): Door {
  const open = new Set<Socket>();
  const underWay = new Set<ServerResponse>();
  const claimed: string[] = [];
  let guarded = false;

  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', (_request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });

  return {
    guard() {
      if (guarded) return;
      guarded = true;
      server.on('upgrade', (request, socket) => {
        if (!claimed.some((prefix) => request.url?.startsWith(prefix))) refuseUpgrade(socket);
      });
    },
    claimUpgrades(prefix) {
      claimed.push(prefix);
    },
    closeUnasked() {
      const asking = new Set([...underWay].map(({ req }) => req.socket));
      for (const socket of open) if (!asking.has(socket)) socket.destroy();
    },
    closeAll() {
      const unanswered = [...underWay].some(({ req }) => req.complete && !req.socket.destroyed);
      for (const socket of open) socket.destroy();
      return !unanswered;
    },
  };
}

const refusal = problem(
  'MALFORMED_REQUEST',
  'Nothing here speaks the protocol that this connection asks for',
);

/** Node leaves the connection to whoever hears of the upgrade: without an answer it would stay open for ever. */
function refuseUpgrade(socket: Duplex): void {
  const body = JSON.stringify(refusal);
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.on('error', () => undefined);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
