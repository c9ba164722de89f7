import { type EventEnvelope } from '../../contracts/events/envelope';
import { type SetAside } from './setAside/setAside';

/** Handles one event. It may be called more than once for the same event; throw to have it tried again later. */
export type EventHandler = (event: EventEnvelope) => Promise<void>;

export type SubscribeOptions = {
  /** Where events go that can never be handled. */
  readonly setAside: SetAside;
  /** How many keys are worked on at the same time by this subscriber. Default 16. */
  readonly concurrency?: number;
};

export type Subscription = {
  /** Resolves when this subscriber takes part in its group. */
  readonly ready: Promise<void>;
  /** Takes no more events and waits for the handlers that are running. */
  close(): Promise<void>;
};

/**
 * Carries events to groups of subscribers, at least once each. Within a group every event goes to one subscriber, and
 * events of one key go in order, one at a time: a failing event holds back its own key and nothing else. What a handler needs may
 * be away for however long: its events wait. One that can never be handled is set aside, in the database.
 */
export type Bus = {
  /**
   * Resolves when the events can no longer be lost, whoever dies: they lie in the database until every group has acknowledged them,
   * or (in process) every group has handled them. Nobody who serves a request waits for that: the outbox relay does.
   * Either all events are taken or none is.
   * @throws {BusOverloaded} when more waits than the bus is allowed to hold; publish again later.
   */
  publish(events: readonly EventEnvelope[]): Promise<void>;
  /** All subscribers of one group name the same types: an event of another type is not kept for them. */
  subscribe(
    group: string,
    types: readonly string[],
    handler: EventHandler,
    options: SubscribeOptions,
  ): Subscription;
  /** Rejects while the bus cannot be reached. */
  checkReady(): Promise<void>;
  /** Takes no more events, and waits for the handlers that are running. */
  close(): Promise<void>;
};

/** Trying again cannot help: the event is set aside at once. */
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
