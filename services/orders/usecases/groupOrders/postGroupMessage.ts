import { type GroupOrderId, type MessageId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type GroupMessage } from '../../storage/groupMessageStore';
import { type OrdersDeps } from '../deps';
import { getGroupOrder, type LedGroupDeps } from './getGroupOrder';

export type PostGroupMessage = {
  /** Follows from the request's key where it has one: sent again, it is the same message. */
  readonly messageId: MessageId;
  readonly groupOrderId: GroupOrderId;
  readonly text: string;
};

/** Writes to all neighbours of a group that the caller leads. @throws {Refused} NOT_FOUND */
export async function postGroupMessage(
  deps: LedGroupDeps & Pick<OrdersDeps, 'groupMessages' | 'now'>,
  caller: AccountCaller,
  { messageId, groupOrderId, text }: PostGroupMessage,
): Promise<GroupMessage> {
  const { pickupPointId } = await getGroupOrder(deps, caller, groupOrderId);
  const written = { postedBy: caller.accountId, postedAt: deps.now() };
  return deps.groupMessages.post({ messageId, groupOrderId, pickupPointId, text, ...written });
}
