import { every, type Schedule } from '../../schedule/every';
import { deliver } from '../delivery';
import { type Handling } from '../handling';

const page = 50;
const lookForHandedOnMs = 15_000;

/**
 * Tries the events once more that an operator handed on to the group. One that fails again is set aside again, with the new reason;
 * while something is away it stays handed on. It comes when it comes, not in the order of its key: what followed it was handled
 * long ago.
 */
export function takeUpHandedOn(to: Handling, intervalMs = lookForHandedOnMs): Schedule {
  const { group, policy, setAside, now, log } = to;

  async function run(): Promise<boolean> {
    const found = await setAside.handedOn(group, page);
    for (const what of found) {
      // The last attempt it may have: a failure of its own is told at once.
      const outcome = await deliver(to, to.handler, what.event, { attempt: policy.maxAttempts, waits: 0 });
      if (outcome.kind === 'handled') await setAside.forget(what);
      if (outcome.kind === 'set_aside')
        await setAside.put({
          ...{ ...what, reason: outcome.reason },
          attempts: what.attempts + 1,
          setAsideAt: now(),
        });
    }
    return found.length > 0;
  }
  return every({ name: `handed_on:${group}`, intervalMs, idleMs: 2 * intervalMs, run, now, log });
}
