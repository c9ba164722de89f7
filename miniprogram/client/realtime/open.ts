import { gatewayUrl } from '@/platform/config';
import { accessToken } from '../api';
import { type RealtimeSocket } from './realtime';
import { transports } from './transports';

/** A Socket.IO client of the gateway; loaded when the first topic is followed, not before the first screen. */
export const openSocket = async (): Promise<RealtimeSocket> => {
  const { io } = await import('socket.io-client');
  return io(gatewayUrl().replace(/^http/, 'ws'), {
    path: '/realtime',
    transports: transports as never,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    auth: (give) => {
      void accessToken()
        .catch(() => undefined)
        .then((token) => give(token === undefined ? {} : { token }));
    },
  }) as unknown as RealtimeSocket;
};
