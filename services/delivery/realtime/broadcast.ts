import { holds } from '#shared/kit/http/caller';
import { type Log } from '#shared/kit/log/log';
import { type Broadcast } from '../usecases/live/broadcast';
import { type RealtimeServer } from './types';

type Emitter = { emit(name: string, message: unknown): unknown };

/**
 * Tells audiences through Socket.IO: one emit for all rooms of a message, encoded once. Before a server is attached nobody listens.
 */
export function socketBroadcast(server: () => RealtimeServer | undefined, log: Log): Broadcast {
  return {
    send(to, name, message) {
      (server()?.to([...to]) as Emitter | undefined)?.emit(name, message);
    },
    sendVolatile(to, name, message) {
      (server()?.volatile.to([...to]) as Emitter | undefined)?.emit(name, message);
    },
    dismiss(from, except) {
      const io = server();
      if (!io) return;
      const leave = async () => {
        for (const socket of await io.in(from).fetchSockets()) {
          const { caller } = socket.data;
          if (!caller || (caller.accountId !== except && !holds(caller, 'operator'))) socket.leave(from);
        }
      };
      leave().catch((error: unknown) => {
        log.error({ err: error, audience: from }, 'followers could not be dismissed');
      });
    },
  };
}
