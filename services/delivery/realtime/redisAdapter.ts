import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import { type Log } from '#shared/kit/log/log';
import { type Adapter } from './realtime';

/** Messages that the stream keeps, for processes that lag and for phones that come back. */
const maxMessages = 10_000;

/**
 * Spreads sockets over all processes that name the same Redis. The connection is its own: the adapter reads again at once when a
 * read fails, so while Redis is away its commands must wait rather than fail.
 */
export async function redisStreamsAdapter(
  url: string,
  log: Log,
): Promise<{ readonly adapter: Adapter; close(): Promise<void> }> {
  const client = createClient({ url, commandsQueueMaxLength: maxMessages });
  client.on('error', (error: unknown) => {
    log.warn({ err: error }, 'Redis cannot be reached: live messages wait');
  });
  await client.connect();
  return {
    adapter: createAdapter(client, { maxLen: maxMessages }) as Adapter,
    async close() {
      if (client.isOpen) await client.close();
    },
  };
}
