import { type Page } from '#shared/contracts/common';
import { type PickupPointId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type GroupOrder } from '../../domain/groupOrder';
import { type OrdersDeps } from '../deps';
import { gatheringGroup } from './gatheringGroup';
import { ledPickupPoint } from './ledPickupPoint';

type Deps = Pick<OrdersDeps, 'groupOrders' | 'terms' | 'catalog'>;

/** The groups of a pickup point that the caller leads, newest cycle first. @throws {Refused} NOT_FOUND */
export async function listGroupOrders(
  deps: Deps,
  caller: AccountCaller,
  { pickupPointId, ...wish }: { readonly pickupPointId: PickupPointId } & PageWish,
): Promise<Page<GroupOrder>> {
  await ledPickupPoint(deps, caller, pickupPointId);
  const page = await deps.groupOrders.ofPickupPoint(pickupPointId, wish);
  if (wish.cursor !== undefined) return page;
  const gathering = await gatheringGroup(deps, pickupPointId);
  const isThere = page.items.some(({ id }) => id === gathering?.id);
  return gathering && !isThere ? { ...page, items: [gathering, ...page.items] } : page;
}
