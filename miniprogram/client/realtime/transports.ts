import { WebSocket as WebSocketTransport } from 'engine.io-client';
import { PlatformSocket } from './platformSocket';

type TransportClass = new (...args: never[]) => object;

/** engine.io's own WebSocket transport, over the platform's socket. */
class PlatformTransport extends (WebSocketTransport as TransportClass) {
  createSocket(url: string): PlatformSocket {
    return new PlatformSocket(url);
  }
}

export const transports = [PlatformTransport];
