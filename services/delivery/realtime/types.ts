import { type DefaultEventsMap, type Server, type Socket } from 'socket.io';
import { type ClientMessages, type ServerMessages, type Topic } from '#shared/contracts/realtime';
import { type AccountCaller } from '#shared/kit/http/caller';

/** What is known about a socket; goes along when its session is recovered elsewhere, so no token is in it. */
export type SocketData = { caller?: AccountCaller | undefined; topics: Topic[] };

export type RealtimeServer = Server<ClientMessages, ServerMessages, DefaultEventsMap, SocketData>;
export type RealtimeSocket = Socket<ClientMessages, ServerMessages, DefaultEventsMap, SocketData>;
