import { type Page } from '#shared/contracts/common';
import { type GroupOrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type GroupMessage } from '../../storage/groupMessageStore';
import { type OrdersDeps } from '../deps';
import { getGroupOrder, type LedGroupDeps } from './getGroupOrder';

/** Messages to a group, newest first, for its leader and for whoever has an order in it. @throws {Refused} NOT_FOUND */
export async function listGroupMessages(
  deps: LedGroupDeps & Pick<OrdersDeps, 'groupMembers' | 'groupMessages'>,
  caller: AccountCaller,
  groupOrderId: GroupOrderId,
  wish: PageWish,
): Promise<Page<GroupMessage>> {
  if (!(await deps.groupMembers.has(groupOrderId, caller.accountId)))
    await getGroupOrder(deps, caller, groupOrderId);
  return deps.groupMessages.list(groupOrderId, wish);
}
