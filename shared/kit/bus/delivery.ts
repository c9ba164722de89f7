import { type EventEnvelope } from '../../contracts/events/envelope';
import { withCorrelation } from '../log/correlation';
import { type Log } from '../log/log';
import { type EventHandler, PoisonEvent } from './bus';

/** How often a failing event is tried before a group gives it up. With the defaults: for about six minutes. */
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
  | { readonly kind: 'retried'; readonly afterMs: number }
  | { readonly kind: 'gave_up'; readonly reason: string };

export type Deliverer = {
  readonly group: string;
  readonly policy: DeliveryPolicy;
  readonly log: Log;
  readonly observe?: DeliveryObserver | undefined;
};

/** Tries an event once. `attempt` counts from 1 and includes attempts of processes that died. Never throws. */
export async function deliver(
  to: Deliverer,
  handler: EventHandler,
  event: EventEnvelope,
  attempt: number,
): Promise<Outcome> {
  const outcome = await withCorrelation(event.correlationId, () => tryOnce(to, handler, event, attempt));
  to.observe?.({ group: to.group, type: event.type, outcome: outcome.kind });
  return outcome;
}

async function tryOnce(
  { group, policy, log }: Deliverer,
  handler: EventHandler,
  event: EventEnvelope,
  attempt: number,
): Promise<Outcome> {
  const facts = { group, eventId: event.id, eventType: event.type, key: event.key, attempt };
  try {
    if (attempt > policy.maxAttempts) throw new PoisonEvent('The handler never came to an end');
    await handler(event);
    return { kind: 'handled' };
  } catch (error) {
    if (error instanceof PoisonEvent || attempt >= policy.maxAttempts) {
      log.error({ ...facts, err: error }, 'gave up an event: it is a dead letter now');
      return { kind: 'gave_up', reason: String(error) };
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
