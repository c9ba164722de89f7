import { LRUCache } from 'lru-cache';
import { type PickupPointId } from '#shared/contracts/ids';
import { type RecentLine } from '../../domain/groupOrder';
import { type OrdersDeps } from '../deps';

const maxRecent = 20;
const recentMs = 2_000;

/** What neighbours bought lately at a pickup point, as it was summed up last: kept for a moment, since anybody may ask. */
export function listRecentOrders({ groupOrders }: Pick<OrdersDeps, 'groupOrders'>) {
  const kept = new LRUCache<PickupPointId, { readonly lines: readonly RecentLine[] }>({
    max: 5_000,
    ttl: recentMs,
    fetchMethod: async (pickupPointId) => {
      const { items } = await groupOrders.ofPickupPoint(pickupPointId, { limit: 2 });
      return { lines: items.flatMap(({ recent }) => recent).slice(0, maxRecent) };
    },
  });
  return async (pickupPointId: PickupPointId): Promise<readonly RecentLine[]> =>
    (await kept.fetch(pickupPointId))?.lines ?? [];
}
