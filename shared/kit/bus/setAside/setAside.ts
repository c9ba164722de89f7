import { type EventEnvelope } from '../../../contracts/events/envelope';

/** An event that a group cannot handle, and why. */
export type SetAsideEvent = {
  readonly group: string;
  readonly event: EventEnvelope;
  readonly reason: string;
  readonly attempts: number;
  readonly setAsideAt: Date;
};

/** Where the events of a service's groups lie that can never be handled as things are, until an operator hands them on. */
export type SetAside = {
  /** Keeps the event for ever, or until it was handled after all. The same one again only replaces what is known of it. */
  put(what: SetAsideEvent): Promise<void>;
  /** Events of the group that an operator handed on, the oldest first. */
  handedOn(group: string, limit: number): Promise<readonly SetAsideEvent[]>;
  /** It was handled after all. */
  forget(what: SetAsideEvent): Promise<void>;
};

/** Which events an operator means; without ids and group: all. */
export type Chosen = { readonly group?: string | undefined; readonly eventIds?: readonly string[] };
