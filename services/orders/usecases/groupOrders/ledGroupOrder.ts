import { type Page } from '#shared/contracts/common';
import { type GroupOrderId, type PickupPointId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { leaderOf } from '../../clients/pickupPoints';
import { type Delivery } from '../../clients/terms';
import { emptyGroupOrder, type GroupOrder } from '../../domain/groupOrder';
import { groupOrderIdOf } from '../../domain/place';
import { type GroupOrderStore } from '../../storage/groupOrderStore';
import { type PageWish } from '../../storage/pages';
import { type OrdersDeps } from '../deps';

export type ReadGroupDeps = Pick<OrdersDeps, 'orders' | 'catalog' | 'terms' | 'now'> & {
  readonly groups: GroupOrderStore;
  readonly delivery: Delivery;
};

/**
 * A group order of a pickup point that the caller leads, or any for an operator. The one that gathers now is there before its first
 * order.
 * @throws {Refused} NOT_FOUND, also for groups of others.
 */
export async function ledGroupOrder(
  deps: ReadGroupDeps,
  caller: AccountCaller,
  id: GroupOrderId,
): Promise<GroupOrder> {
  const group = await deps.groups.find(id);
  if (group) {
    await assertLeads(deps, caller, group.pickupPointId);
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

/** The groups of a pickup point, newest cycle first. @throws {Refused} NOT_FOUND */
export async function listGroupOrders(
  deps: ReadGroupDeps,
  caller: AccountCaller,
  { pickupPointId, ...wish }: { readonly pickupPointId: PickupPointId } & PageWish,
): Promise<Page<GroupOrder>> {
  await assertLeads(deps, caller, pickupPointId);
  const page = await deps.groups.ofPickupPoint(pickupPointId, wish);
  if (wish.cursor !== undefined) return page;
  const gathering = await gatheringGroup(deps, pickupPointId);
  const isThere = page.items.some(({ id }) => id === gathering?.id);
  return gathering && !isThere ? { ...page, items: [gathering, ...page.items] } : page;
}

/** @throws {Refused} NOT_FOUND unless the caller leads the pickup point or is an operator. */
async function assertLeads(
  { terms }: ReadGroupDeps,
  caller: AccountCaller,
  pickupPointId: PickupPointId,
): Promise<void> {
  if (holds(caller, 'operator')) return;
  if ((await leaderOf(terms, pickupPointId)) !== caller.accountId) throw notFound();
}

/** The group of the cycle that takes orders now, as long as nobody has ordered. */
async function gatheringGroup(
  { terms, catalog }: ReadGroupDeps,
  pickupPointId: PickupPointId,
): Promise<GroupOrder | undefined> {
  const { cityId } = await terms.pickupPoint(pickupPointId);
  const { cycle } = await catalog.getOpenCycle({ params: { cityId } });
  if (!cycle) return undefined;
  const { cycleId, cutoffAt, pickupDate } = cycle;
  const id = groupOrderIdOf(pickupPointId, cycleId);
  return emptyGroupOrder({ id, pickupPointId, cityId, cycleId, cutoffAt: new Date(cutoffAt), pickupDate });
}
