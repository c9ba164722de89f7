import { type GroupOrderId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type GroupOrder } from '../../domain/groupOrder';
import { type OrdersDeps } from '../deps';
import { gatheringGroup } from './gatheringGroup';
import { ledPickupPoint } from './ledPickupPoint';

export type LedGroupDeps = Pick<OrdersDeps, 'groupOrders' | 'terms' | 'catalog' | 'delivery'>;

/**
 * A group order of a pickup point that the caller leads, or any for an operator. The one that gathers now is there before its first
 * order.
 * @throws {Refused} NOT_FOUND, also for groups of others.
 */
export async function getGroupOrder(
  deps: LedGroupDeps,
  caller: AccountCaller,
  id: GroupOrderId,
): Promise<GroupOrder> {
  const group = await deps.groupOrders.find(id);
  if (group) {
    await ledPickupPoint(deps, caller, group.pickupPointId);
    return group;
  }
  const { pickupPoints } = await deps.delivery.listPointsOfLeader({
    params: { accountId: caller.accountId },
  });
  for (const { pickupPointId } of pickupPoints) {
    const gathering = await gatheringGroup(deps, pickupPointId);
    if (gathering?.id === id) return gathering;
  }
  throw notFound();
}
