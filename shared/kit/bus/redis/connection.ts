import { createClient } from 'redis';
import { type Log } from '../../log/log';

export type RedisCommands = ReturnType<typeof newClient>;

const newClient = (url: string) =>
  createClient({
    url,
    // While Redis is away commands fail at once, and whoever gave them decides when to try again.
    disableOfflineQueue: true,
    socket: {
      reconnectStrategy: (retries) => Math.min(50 * 2 ** Math.min(retries, 6), 2_000),
      connectTimeout: 5_000,
    },
  });

/** A connection that comes back by itself, to be opened with `connect()`, which resolves when Redis is first reached. */
export function redisClient(url: string, log: Log): RedisCommands {
  const client = newClient(url);
  let away = false;
  client.on('error', (error: unknown) => {
    if (!away) log.warn({ err: error }, 'Redis cannot be reached: trying again');
    away = true;
  });
  client.on('ready', () => {
    if (away) log.info('Redis is back');
    away = false;
  });
  return client;
}
