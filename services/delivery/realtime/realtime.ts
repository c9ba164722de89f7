import { type Server as HttpServer } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import { type Authenticator } from '#shared/kit/http/authenticate';
import { type AccountCaller } from '#shared/kit/http/caller';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { doorOf } from '#shared/kit/process/door';
import { every, type Schedule } from '#shared/kit/schedule/every';
import { type Broadcast } from '../usecases/live/broadcast';
import { socketBroadcast } from './broadcast';
import { type DeliveryDeps } from '../usecases/deps';
import { handleSocket } from './handleSocket';
import { refusal } from './refusals';
import { type RealtimeServer, type RealtimeSocket } from './types';

const realtimePath = '/realtime';
/** A phone that lost its signal for so long gets what it missed; after that it follows anew. */
const recoverableMs = 60_000;
const maxMessageBytes = 16 * 1024;
/** A session that has ended, or a token that has lapsed, ends its sockets so soon. */
const tokenCheckMs = 5_000;
const drainCheckMs = 100;

export type Adapter = NonNullable<ServerOptions['adapter']>;
type Options = {
  readonly auth: Authenticator;
  readonly now: Clock;
  readonly log: Log;
  /** Spreads rooms over processes; without one, this process has all sockets. */
  readonly adapter?: Adapter | undefined;
};

export type Realtime = {
  readonly broadcast: Broadcast;
  /** Serves `/realtime` on this server; when the server stops listening, clients are sent elsewhere. */
  attach(server: HttpServer, deps: DeliveryDeps): void;
  close(): Promise<void>;
};

export function createRealtime({ auth, now, log, adapter }: Options): Realtime {
  let io: RealtimeServer | undefined;
  let draining = false;
  let drainCheck: NodeJS.Timeout | undefined;
  let tokenCheck: Schedule | undefined;

  const callerOf = async ({ handshake }: RealtimeSocket): Promise<AccountCaller | undefined> => {
    const token: unknown = handshake.auth['token'];
    return typeof token === 'string' && token !== '' ? auth.account(token) : undefined;
  };
  const signOut = (socket: RealtimeSocket) => {
    socket.emit('signed_out', { reason: 'TOKEN_EXPIRED' });
    socket.disconnect(true);
  };

  /** Closes connections without a farewell: that is what makes clients come back, to a process that is there. */
  function drain(): void {
    draining = true;
    io?.engine.close();
  }

  async function endExpired(sockets: Iterable<RealtimeSocket>): Promise<void> {
    for (const socket of sockets)
      await callerOf(socket).catch((error: unknown) => {
        if (isRefusal(error, 'TOKEN_EXPIRED') || isRefusal(error, 'NOT_SIGNED_IN')) signOut(socket);
      });
  }

  return {
    broadcast: socketBroadcast(() => io, log),
    attach(server, deps) {
      const created: RealtimeServer = new Server(server, {
        path: realtimePath,
        serveClient: false,
        // The server's door refuses what nobody claimed; engine.io would leave some of it open for ever.
        destroyUpgrade: false,
        maxHttpBufferSize: maxMessageBytes,
        connectionStateRecovery: { maxDisconnectionDuration: recoverableMs, skipMiddlewares: false },
        allowRequest: (_request, decide) => {
          decide(draining ? 'draining' : null, !draining);
        },
        ...(adapter ? { adapter } : {}),
      });
      io = created;
      doorOf(server).claimUpgrades(`${realtimePath}/`);
      created.use((socket, next) => {
        callerOf(socket).then(
          (caller) => {
            socket.data = { caller, topics: socket.recovered ? socket.data.topics : [] };
            next();
          },
          (error: unknown) => {
            const { code, detail } = refusal(error);
            next(Object.assign(new Error(detail), { data: { code, detail } }));
          },
        );
      });
      created.on('connection', (socket) => {
        handleSocket(deps, { callerOf, signOut }, socket);
      });
      tokenCheck = every({
        name: 'delivery:end_expired_sockets',
        intervalMs: tokenCheckMs,
        now,
        log,
        run: () => endExpired(created.of('/').sockets.values()),
      });
      drainCheck = setInterval(drainWhenClosing(server, drain), drainCheckMs).unref();
    },
    async close() {
      clearInterval(drainCheck);
      await tokenCheck?.close();
      if (!io) return;
      drain();
      const { adapter: rooms } = io.of('/');
      await rooms.close();
    },
  };
}

/** A server that is told to stop waits for every connection, and a socket never ends by itself. */
function drainWhenClosing(server: HttpServer, drain: () => void): () => void {
  let wasListening = server.listening;
  server.once('listening', () => {
    wasListening = true;
  });
  return () => {
    if (!wasListening || server.listening) return;
    wasListening = false;
    drain();
  };
}
