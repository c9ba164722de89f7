import { type Store } from 'express-rate-limit';
import { RedisStore, type RedisReply } from 'rate-limit-redis';
import { type RedisCommands } from '../bus/redis/connection';
import { SteadyStore } from '../http/steadyStore';
import { type Log } from '../log/log';

/** Counters behind rate limits that all processes of a service share. While Redis is away each process counts for itself. */
export const redisLimitStore =
  (redis: RedisCommands, service: string, log: Log) =>
  (name: string): Store =>
    new SteadyStore(
      () =>
        new RedisStore({
          prefix: `lintuan:limit:${service}:${name}:`,
          sendCommand: (...command: string[]) => redis.sendCommand<RedisReply>(command),
        }),
      log,
    );
