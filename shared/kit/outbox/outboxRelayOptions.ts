import { type Bus } from '../bus/bus';
import { type Log } from '../log/log';
import { type OutboxCollection } from './outboxStore';

export type OutboxRelayOptions = {
  /** By the names that `nudge` uses. Each has `outboxIndex`. */
  readonly collections: Readonly<Record<string, OutboxCollection>>;
  readonly bus: Pick<Bus, 'publish'>;
  readonly log: Log;
  readonly now: () => Date;
  /** How often to look for events whose nudge got lost, in ms; twenty times as rarely while there are none. Default 1,000. */
  readonly pollMs?: number;
  /** Waited for before each such look: it is for what a process that died left, and can wait for what goes first. */
  readonly turn?: () => Promise<void>;
  /** Documents of one collection whose events are being published at once. Default 500. */
  readonly maxInFlight?: number;
  /** How long `close` waits for events that the bus has not taken, in ms; the next start publishes the rest. Default 5,000. */
  readonly drainMs?: number;
  /** For metrics. */
  readonly observe?: OutboxObserver;
};

export type OutboxObserver = {
  eventsPublished(count: number): void;
  outboxWaiting(waiting: { collection: string; documents: number; oldestSeconds: number }): void;
};
