import { once } from 'node:events';
import { connect } from 'node:net';

/** A connection on which a test writes what no well-behaved client would. */
export async function rawConnection(port: number) {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const look of watchers) look();
  };
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    changed();
  });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve)).then(changed);
  await once(socket, 'connect');
  return {
    closed,
    write: (...lines: readonly string[]) => void socket.write(lines.join('\r\n')),
    /** Resolves with everything that came, once it holds `part`; rejects when the other side closes without having said it. */
    said: (part: string) =>
      new Promise<string>((found, fail) => {
        const look = () => {
          if (!text.includes(part) && !socket.closed) return;
          watchers.delete(look);
          if (text.includes(part)) found(text);
          else fail(new Error(`closed without saying ${part}: ${text}`));
        };
        watchers.add(look);
        look();
      }),
    text: () => text,
    close: () => socket.destroy(),
  };
}

/** The head of a request for another protocol. */
export const upgradeRequest = (path: string, protocol = 'h2c', method = 'GET'): readonly string[] => [
  `${method} ${path} HTTP/1.1`,
  'Host: test',
  'Connection: Upgrade',
  `Upgrade: ${protocol}`,
  '',
  '',
];
