import { createDueClock, type DueClock } from '../../kit/state/dueClock';
import type { RefundRecord } from '../state/records';
import type { World } from '../world';
import { completeRefund, failRefund } from './refunds';

const FAILURE_REASON = 'expired_or_canceled_card';

/** When and how a refund changes by itself, or null. Instants in milliseconds. */
function settlesAt({ state }: RefundRecord): { at: number; outcome: 'succeeded' | 'failed' } | null {
  if (state.status === 'pending') return state.settles;
  if (state.status === 'succeeded' && state.failsAt !== null) return { at: state.failsAt, outcome: 'failed' };
  return null;
}

/** Lets slow refunds end when their time has come, also those of an earlier start. */
export function createRefundClock(world: World, committed: () => Promise<void>): DueClock<RefundRecord> {
  const clock = createDueClock<RefundRecord>({
    now: world.now,
    find: (id) => world.store.refund.get(id),
    dueAt: (refund) => settlesAt(refund)?.at ?? null,
    settle: (refund) => {
      if (settlesAt(refund)?.outcome === 'failed') failRefund(world, refund, FAILURE_REASON);
      else completeRefund(world, refund);
      void committed();
    },
  });
  for (const refund of world.store.refund.all()) clock.watch(refund);
  return clock;
}
