import { type EventEnvelope } from '../../contracts/events/envelope';
import { type EventHandler } from './bus';
import { deliver, type Deliverer, type Outcome, type Tries } from './delivery';
import { type Attempt } from './keyedQueue';
import { type SetAside } from './setAside/setAside';

export type Handling = Deliverer & {
  readonly handler: EventHandler;
  readonly setAside: SetAside;
  readonly now: () => Date;
};

export type HandlingHooks = {
  /** Counted failures of earlier processes, plus one. Default 1. */
  readonly firstAttempt?: number;
  /** Called before each try; throws when the event is no longer ours. */
  readonly mayTry?: () => void;
  /** Told after a try that must be made again. */
  readonly willRetry?: (tries: Tries) => Promise<void>;
  /** Says that the group is done with the event. Tried again until it succeeds. */
  readonly acknowledge?: () => Promise<void>;
};

const writeAgainMs = 500;

/** Handles an event as often as it takes: until it was handled, or is set aside where an operator finds it, and acknowledged. */
export function handling(to: Handling, event: EventEnvelope, hooks: HandlingHooks = {}): Attempt {
  let tries: Tries = { attempt: hooks.firstAttempt ?? 1, waits: 0 };
  /** Set once there is nothing left but to write it down. */
  let ended: Exclude<Outcome, { kind: 'waits' | 'retried' }> | undefined;

  async function writeDown(outcome: NonNullable<typeof ended>): Promise<void> {
    if (outcome.kind === 'set_aside') {
      const { reason } = outcome;
      await to.setAside.put({
        ...{ group: to.group, event, reason },
        attempts: tries.attempt,
        setAsideAt: to.now(),
      });
    }
    await hooks.acknowledge?.();
  }

  return async () => {
    if (!ended) {
      hooks.mayTry?.();
      const outcome = await deliver(to, to.handler, event, tries);
      if (outcome.kind === 'waits' || outcome.kind === 'retried') {
        tries =
          outcome.kind === 'waits'
            ? { ...tries, waits: tries.waits + 1 }
            : { attempt: tries.attempt + 1, waits: 0 };
        await hooks.willRetry?.(tries);
        return outcome.afterMs;
      }
      ended = outcome;
    }
    try {
      await writeDown(ended);
      return undefined;
    } catch (error) {
      to.log.warn(
        { err: error, group: to.group, eventId: event.id },
        'a handled event could not be noted yet',
      );
      return writeAgainMs;
    }
  };
}
