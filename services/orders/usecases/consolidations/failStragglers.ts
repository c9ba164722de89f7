import { fail } from '../../domain/endings';
import { failed } from '../../domain/orderEvents';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'orders' | 'cycleOrders' | 'closings' | 'now'>;

const batch = 500;
/** How far back money may still turn up for a cycle that is closed. */
const stragglerDays = 14;

/**
 * Returns the money of orders that became paid, or joined a consolidation, when their cycle was closed already: a payment that a slow
 * process wrote down late. Each gets its receipt.
 */
export async function failStragglers(deps: Deps): Promise<void> {
  const since = new Date(deps.now().getTime() - stragglerDays * 86_400_000);
  const cycleIds = await deps.closings.frozenSince(since);
  if (cycleIds.length === 0) return;
  const late = await deps.cycleOrders.stragglers(cycleIds, batch);
  await deps.orders.saveAll(
    late.flatMap((before) => {
      if (before.status !== 'paid' && before.status !== 'consolidated') return [];
      const order = fail(before, 'paid_too_late', deps.now());
      return [{ before, decision: { order, events: [failed(order)] } }];
    }),
  );
}
