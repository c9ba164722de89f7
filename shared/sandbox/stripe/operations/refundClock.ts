import { pause } from '../../../kit/clock';
import type { RefundRecord } from '../state/records';
import type { World } from '../world';
import { completeRefund, failRefund } from './refunds';

export type RefundClock = { watch: (refund: RefundRecord) => void; close: () => void };

const FAILURE_REASON = 'expired_or_canceled_card';

/** When and how a refund changes by itself, or null. Instants in milliseconds. */
function settlesAt({ state }: RefundRecord): { at: number; outcome: 'succeeded' | 'failed' } | null {
  if (state.status === 'pending') return state.settles;
  if (state.status === 'succeeded' && state.failsAt !== null) return { at: state.failsAt, outcome: 'failed' };
  return null;
}

/** Lets slow refunds end when their time has come, also those of an earlier start. */
export function createRefundClock(world: World, committed: () => Promise<void>): RefundClock {
  const closing = new AbortController();

  function watch(refund: RefundRecord) {
    const due = settlesAt(refund);
    if (!due) return;
    const wait = Math.min(Math.max(0, due.at - world.now().getTime()), 0x7fffffff);
    void pause(world.now, wait, { signal: closing.signal, ref: false }).then(() => {
      const now = closing.signal.aborted ? undefined : world.store.refund.get(refund.id);
      if (now) settle(now);
    });
  }

  /** By now the control API may have decided; then nothing is due any more. */
  function settle(refund: RefundRecord) {
    const due = settlesAt(refund);
    if (!due) return;
    if (due.outcome === 'failed') failRefund(world, refund, FAILURE_REASON);
    else completeRefund(world, refund);
    void committed();
  }

  for (const refund of world.store.refund.all()) watch(refund);
  return {
    watch,
    close: () => {
      closing.abort();
    },
  };
}
