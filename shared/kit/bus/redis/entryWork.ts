import { type EventEnvelope } from '../../../contracts/events/envelope';
import { type EventHandler } from '../bus';
import { type Deliverer, deliver, type Outcome } from '../delivery';
import { type Attempt } from '../keyedQueue';
import { type deadLetterStream } from './deadLetters';
import { type Delivered, type groupStream } from './groupStream';

/** The partition belongs to another subscriber, or came back to us anew: the event will be handed out again. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export type EntryWorkOptions = {
  readonly deliverer: Deliverer;
  readonly handler: EventHandler;
  readonly stream: ReturnType<typeof groupStream>;
  readonly dead: ReturnType<typeof deadLetterStream>;
  readonly now: () => Date;
};

const writeAgainMs = 500;

/**
 * Handles one entry, as often as it takes, until it is acknowledged or a dead letter.
 * @param isOurs whether the partition has been ours all the time since the entry was delivered.
 */
export function entryWork(
  { deliverer, handler, stream, dead, now }: EntryWorkOptions,
  delivered: Delivered,
  event: EventEnvelope,
  isOurs: () => boolean,
): Attempt {
  let { attempt } = delivered;
  /** Set once there is nothing left but to write it down. */
  let ended: Exclude<Outcome, { kind: 'retried' }> | undefined;

  const writeDown = (outcome: NonNullable<typeof ended>) =>
    outcome.kind === 'handled'
      ? stream.acknowledge(delivered.partition, delivered.id)
      : dead.bury(delivered, { reason: outcome.reason, attempts: attempt, failedAt: now().toISOString() });

  return async () => {
    if (!ended) {
      if (!isOurs()) throw new LeaseLost();
      const outcome = await deliver(deliverer, handler, event, attempt);
      if (outcome.kind === 'retried') {
        attempt += 1;
        // A count that is lost with the connection only means that a later reader tries more often.
        await stream.countAttempt(delivered, attempt).catch(() => undefined);
        return outcome.afterMs;
      }
      ended = outcome;
    }
    try {
      await writeDown(ended);
      return undefined;
    } catch {
      return writeAgainMs;
    }
  };
}
