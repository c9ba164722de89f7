import { type GroupOrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type ProductSum } from '../../storage/groupMemberStore';
import { type OrdersDeps } from '../deps';
import { getGroupOrder, type LedGroupDeps } from './getGroupOrder';

/** Totals by product over the living orders of a group, most units first. @throws {Refused} NOT_FOUND */
export async function listGroupOrderProducts(
  deps: LedGroupDeps & Pick<OrdersDeps, 'groupMembers'>,
  caller: AccountCaller,
  groupOrderId: GroupOrderId,
): Promise<ProductSum[]> {
  const { id } = await getGroupOrder(deps, caller, groupOrderId);
  return deps.groupMembers.productsOf(id);
}
