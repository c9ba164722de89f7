import { type Store } from 'express-rate-limit';
import { RedisStore, type RedisReply } from 'rate-limit-redis';
import { type RedisCommands } from '../bus/redis/connection';

/** Counters behind rate limits that all processes of a service share. While Redis is away nobody is refused for its sake. */
export const redisLimitStore =
  (redis: RedisCommands, service: string) =>
  (name: string): Store =>
    new RedisStore({
      prefix: `lintuan:limit:${service}:${name}:`,
      sendCommand: (...command: string[]) => redis.sendCommand<RedisReply>(command),
    });
