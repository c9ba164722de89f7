import { type GroupOrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type OrdersDeps } from '../deps';
import { getGroupOrder, type LedGroupDeps } from './getGroupOrder';

/** Neighbours of a pickup point whom its leader ordered for lately, the latest first. @throws {Refused} NOT_FOUND */
export async function listNeighbours(
  deps: LedGroupDeps & Pick<OrdersDeps, 'groupMembers'>,
  caller: AccountCaller,
  groupOrderId: GroupOrderId,
): Promise<{ name: string; phone: string }[]> {
  const { pickupPointId } = await getGroupOrder(deps, caller, groupOrderId);
  return deps.groupMembers.neighboursOf(caller.accountId, pickupPointId);
}
