import { consolidationIdOf } from '../../domain/consolidation';
import { type ClosingDeps } from './phaseStep';

type Deps = Pick<ClosingDeps, 'cycleOrders' | 'closings' | 'log'>;

/**
 * Lets the next version of a consolidation be made where refunds took goods out of its lists: a frozen list is never edited. Refunds
 * that come together make one version. Begun again after a crash, it comes to the same: the mark goes when the next version is
 * decided, and an order that was marked before it moved there is in its lists as it is then.
 */
export async function renewLists({ cycleOrders, closings, log }: Deps): Promise<void> {
  for (const { consolidationId, cycleId } of await cycleOrders.outdatedLists()) {
    const closing = await closings.find(cycleId);
    if (!closing) continue;
    if (closing.consolidationId === consolidationId) {
      // Its lists are being made: what is outdated in them is known when they stand.
      if (closing.phase !== 'frozen') continue;
      if (await cycleOrders.isWaiting(consolidationId)) {
        const version = closing.version + 1;
        const isOurs = await closings.reopen(closing, {
          phase: 'superseding',
          version,
          consolidationId: consolidationIdOf(cycleId, version),
          supersedes: consolidationId,
          reason: '退款商品不再配送 · Refunded goods do not come',
        });
        if (!isOurs) continue;
        log.info({ cycleId, version }, 'lists are made anew without goods that were refunded');
      }
    }
    await cycleOrders.forgetOutdated(consolidationId);
  }
}
