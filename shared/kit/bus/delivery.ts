import { type EventEnvelope } from '../../contracts/events/envelope';
import { withCorrelation } from '../log/correlation';
import { type Log } from '../log/log';
import { type EventHandler, PoisonEvent } from './bus';
import { isUnavailability } from './unavailable';

/**
 * How a failing event is tried again. While what it needs is away it is tried for ever; a failure of another kind counts, and
 * after `maxAttempts` of them the event is set aside. With the defaults that takes about six minutes.
 */
export type DeliveryPolicy = {
  readonly maxAttempts: number;
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
};

export const defaultPolicy: DeliveryPolicy = { maxAttempts: 20, firstDelayMs: 100, maxDelayMs: 30_000 };

/** Told once per attempt, for metrics. */
export type DeliveryObserver = (what: {
  readonly group: string;
  readonly type: string;
  readonly outcome: Outcome['kind'];
}) => void;

export type Outcome =
  | { readonly kind: 'handled' }
  /** Something that the handler needs is away: tried again, however often it takes. */
  | { readonly kind: 'waits'; readonly afterMs: number }
  | { readonly kind: 'retried'; readonly afterMs: number }
  /** It can never be handled as things are: a person has to look. */
  | { readonly kind: 'set_aside'; readonly reason: string };

export type Deliverer = {
  readonly group: string;
  readonly policy: DeliveryPolicy;
  readonly log: Log;
  readonly observe?: DeliveryObserver | undefined;
};

/** How often an event was tried. */
export type Tries = {
  /** The attempt to be made now, from 1: counts failures that may be the event's own, and deaths of processes that had it. */
  readonly attempt: number;
  /** How often it failed in a row because something was away. */
  readonly waits: number;
};

/** Tries an event once. Never throws. */
export async function deliver(
  to: Deliverer,
  handler: EventHandler,
  event: EventEnvelope,
  tries: Tries,
): Promise<Outcome> {
  const outcome = await withCorrelation(event.correlationId, () => tryOnce(to, handler, event, tries));
  to.observe?.({ group: to.group, type: event.type, outcome: outcome.kind });
  return outcome;
}

async function tryOnce(
  { group, policy, log }: Deliverer,
  handler: EventHandler,
  event: EventEnvelope,
  { attempt, waits }: Tries,
): Promise<Outcome> {
  const facts = { group, eventId: event.id, eventType: event.type, key: event.key, attempt };
  try {
    if (attempt > policy.maxAttempts) throw new PoisonEvent('The handler never came to an end');
    await handler(event);
    return { kind: 'handled' };
  } catch (error) {
    if (!(error instanceof PoisonEvent) && isUnavailability(error)) {
      const afterMs = backOffMs(policy, waits + 1);
      // One line when it begins and one when it lasts: an outage fails thousands of events again and again.
      const level = waits === 0 || waits === 10 ? 'warn' : 'debug';
      log[level]({ ...facts, err: error, waits: waits + 1, afterMs }, 'an event waits: something is away');
      return { kind: 'waits', afterMs };
    }
    if (error instanceof PoisonEvent || attempt >= policy.maxAttempts) {
      log.error({ ...facts, err: error }, 'an event is set aside: look at it with npm run events:set-aside');
      return { kind: 'set_aside', reason: String(error) };
    }
    const afterMs = backOffMs(policy, attempt);
    log.warn({ ...facts, err: error, afterMs }, 'an event could not be handled and will be tried again');
    return { kind: 'retried', afterMs };
  }
}

/** Doubles with each attempt up to the maximum, less up to a fifth by chance, so that failures do not march in step. */
export function backOffMs(
  policy: Pick<DeliveryPolicy, 'firstDelayMs' | 'maxDelayMs'>,
  attempt: number,
): number {
  const delay = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(delay * (1 - Math.random() / 5));
}
