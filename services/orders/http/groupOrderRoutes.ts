import { LRUCache } from 'lru-cache';
import { type GroupOrderId, type MessageId, type PickupPointId } from '#shared/contracts/ids';
import { type groupOrdersApi } from '#shared/contracts/orders/groupOrders';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type Handlers } from '#shared/kit/http/handler';
import { livingStatuses, type GroupOrder, type RecentLine } from '../domain/groupOrder';
import { type GroupMessageStore } from '../storage/groupMessageStore';
import { isMember, neighboursOf, productsOf } from '../storage/groupMemberStore';
import { searchOrders } from '../storage/orderListStore';
import { ledGroupOrder, listGroupOrders, type ReadGroupDeps } from '../usecases/groupOrders/ledGroupOrder';
import { presentGroupOrder, presentMember, presentMessage, presentProduct } from './presentGroupOrder';

export type GroupRoutesDeps = ReadGroupDeps & { readonly messages: GroupMessageStore };

const maxRecent = 20;
const recentMs = 2_000;

/** What leaders look after: every operation on a line or two. */
export function groupOrderRoutes(deps: GroupRoutesDeps): Handlers<typeof groupOrdersApi> {
  const { orders, terms, messages, now } = deps;
  const led = (caller: AccountCaller, id: GroupOrderId) => ledGroupOrder(deps, caller, id);
  const nameOf = async ({ pickupPointId }: Pick<GroupOrder, 'pickupPointId'>) =>
    (await terms.pickupPoint(pickupPointId)).name;
  const recentLines = recentOf(deps);
  return {
    listGroupOrders: async ({ query, caller }) => {
      const { items, nextCursor } = await listGroupOrders(deps, caller, query);
      const name = await nameOf(query);
      return { items: items.map((group) => presentGroupOrder(group, name)), nextCursor };
    },
    getGroupOrder: async ({ params, caller }) => {
      const group = await led(caller, params.groupOrderId);
      return presentGroupOrder(group, await nameOf(group));
    },
    listGroupOrderMembers: async ({ params, query: { status, ...wish }, caller }) => {
      const { cycleId, pickupPointId } = await led(caller, params.groupOrderId);
      const search = { cycleId, pickupPointId, status: status ? [status] : livingStatuses };
      const { items, nextCursor } = await searchOrders(orders.collection, search, wish);
      return { items: items.map(presentMember), nextCursor };
    },
    listGroupOrderProducts: async ({ params, caller }) => {
      const { id } = await led(caller, params.groupOrderId);
      return { items: (await productsOf(orders.collection, id)).map(presentProduct) };
    },
    postGroupMessage: async ({ params, body, caller, key }) => {
      const { id: groupOrderId, pickupPointId } = await led(caller, params.groupOrderId);
      const { accountId: postedBy } = caller;
      const messageId: MessageId = key.newId('msg');
      return presentMessage(
        await messages.post({ messageId, groupOrderId, pickupPointId, postedBy, postedAt: now(), ...body }),
      );
    },
    listGroupMessages: async ({ params: { groupOrderId }, query, caller }) => {
      if (!(await isMember(orders.collection, caller.accountId, groupOrderId)))
        await led(caller, groupOrderId);
      const { items, nextCursor } = await messages.list(groupOrderId, query);
      return { items: items.map(presentMessage), nextCursor };
    },
    listRecentOrders: async ({ params }) => ({ items: await recentLines(params.pickupPointId) }),
    listNeighbours: async ({ params, caller }) => {
      const { pickupPointId } = await led(caller, params.groupOrderId);
      return { items: await neighboursOf(orders.collection, caller.accountId, pickupPointId) };
    },
  };
}

/** What neighbours bought lately, as it was summed up last: cheap, since anybody may ask. */
function recentOf({ groups }: GroupRoutesDeps) {
  const kept = new LRUCache<PickupPointId, { items: (Omit<RecentLine, 'at'> & { at: string })[] }>({
    max: 5_000,
    ttl: recentMs,
    fetchMethod: async (pickupPointId) => {
      const { items } = await groups.ofPickupPoint(pickupPointId, { limit: 2 });
      const lines = items.flatMap(({ recent }) => recent).slice(0, maxRecent);
      return { items: lines.map((line) => ({ ...line, at: line.at.toISOString() })) };
    },
  });
  return async (pickupPointId: PickupPointId) => (await kept.fetch(pickupPointId))?.items ?? [];
}
