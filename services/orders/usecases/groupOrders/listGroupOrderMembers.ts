import { type Page } from '#shared/contracts/common';
import { type OrderStatus } from '#shared/contracts/events/orders';
import { type GroupOrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { livingStatuses } from '../../domain/groupOrder';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';
import { getGroupOrder, type LedGroupDeps } from './getGroupOrder';

type Wish = { readonly status?: OrderStatus | undefined } & PageWish;

/** The orders of a group, newest first: those that are paid and live, unless another status is asked for. @throws {Refused} NOT_FOUND */
export async function listGroupOrderMembers(
  deps: LedGroupDeps & Pick<OrdersDeps, 'orderLists'>,
  caller: AccountCaller,
  groupOrderId: GroupOrderId,
  { status, ...wish }: Wish,
): Promise<Page<Order>> {
  const { cycleId, pickupPointId } = await getGroupOrder(deps, caller, groupOrderId);
  const wanted = status === undefined ? livingStatuses : [status];
  return deps.orderLists.search({ cycleId, pickupPointId, status: wanted }, wish);
}
