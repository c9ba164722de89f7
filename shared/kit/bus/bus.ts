import { type EventEnvelope } from '../../contracts/events/envelope';

/** Handles one event. It may be called more than once for the same event; throw to have it tried again later. */
export type EventHandler = (event: EventEnvelope) => Promise<void>;

export type SubscribeOptions = {
  /** How many keys are worked on at the same time by this subscriber. Default 16. */
  readonly concurrency?: number;
};

export type Subscription = {
  /** Resolves when this subscriber takes part in its group. */
  readonly ready: Promise<void>;
  /** Takes no more events and waits for the handlers that are running. */
  close(): Promise<void>;
};

/** An event that a group gave up on, and why. */
export type DeadLetter = {
  readonly event: EventEnvelope;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string;
};

/**
 * Carries events to groups of subscribers, at least once each. Within a group every event goes to one subscriber, and
 * events of one key go in order, one at a time: a failing event holds back its own key and nothing else.
 */
export type Bus = {
  /**
   * Resolves when the events can no longer be lost by the death of this process: Redis has them, or (in process) every
   * group has handled them. Nobody who serves a request waits for that: the outbox relay does.
   * Either all events are taken or none is.
   * @throws {BusOverloaded} when more waits than the bus is allowed to hold; publish again later.
   */
  publish(events: readonly EventEnvelope[]): Promise<void>;
  /** All subscribers of one group name the same types: an event of another type is not kept for them. */
  subscribe(
    group: string,
    types: readonly string[],
    handler: EventHandler,
    options?: SubscribeOptions,
  ): Subscription;
  /** The oldest events that `group` gave up on. */
  deadLetters(group: string, limit: number): Promise<DeadLetter[]>;
  /** Hands the oldest dead letters to `group` once more; answers how many. */
  redrive(group: string, limit: number): Promise<number>;
  /** Rejects while the bus cannot be reached. */
  checkReady(): Promise<void>;
  /** Takes no more events, and waits for the handlers that are running. */
  close(): Promise<void>;
};

/** Trying again cannot help: the event goes to the dead letters at once. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
}

export class BusOverloaded extends Error {
  override readonly name = 'BusOverloaded';
  constructor(waiting: number) {
    super(`The bus already holds ${waiting} events that wait to be handled`);
  }
}

export class BusClosed extends Error {
  override readonly name = 'BusClosed';
  constructor() {
    super('The bus is closed');
  }
}

/** In process only: a group that this event is for has no subscriber at the moment. */
export class GroupAway extends Error {
  override readonly name = 'GroupAway';
  constructor(group: string) {
    super(`Nobody listens for the group ${group} now`);
  }
}
