import { type groupOrdersApi } from '#shared/contracts/orders/groupOrders';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { stopName } from '../clients/pickupPoints';
import { type GroupOrder } from '../domain/groupOrder';
import { type OrdersDeps } from '../usecases/deps';
import { getGroupOrder } from '../usecases/groupOrders/getGroupOrder';
import { listGroupMessages } from '../usecases/groupOrders/listGroupMessages';
import { listGroupOrderMembers } from '../usecases/groupOrders/listGroupOrderMembers';
import { listGroupOrderProducts } from '../usecases/groupOrders/listGroupOrderProducts';
import { listGroupOrders } from '../usecases/groupOrders/listGroupOrders';
import { listNeighbours } from '../usecases/groupOrders/listNeighbours';
import { listRecentOrders } from '../usecases/groupOrders/listRecentOrders';
import { postGroupMessage } from '../usecases/groupOrders/postGroupMessage';
import {
  presentGroupOrder,
  presentMember,
  presentMessage,
  presentProduct,
  presentRecent,
} from './presentGroupOrder';

/** What leaders look after: every operation on a line or two. */
export function groupOrderRoutes(deps: OrdersDeps): Handlers<typeof groupOrdersApi> {
  const nameOf = async ({ pickupPointId }: Pick<GroupOrder, 'pickupPointId'>) =>
    stopName(await deps.terms.pickupPoint(pickupPointId));
  const recentOrders = listRecentOrders(deps);
  return {
    listGroupOrders: async ({ query, caller }) => {
      const page = await listGroupOrders(deps, caller, query);
      const name = await nameOf(query);
      return presentPage(page, (group) => presentGroupOrder(group, name));
    },
    getGroupOrder: async ({ params, caller }) => {
      const group = await getGroupOrder(deps, caller, params.groupOrderId);
      return presentGroupOrder(group, await nameOf(group));
    },
    listGroupOrderMembers: async ({ params, query, caller }) =>
      presentPage(await listGroupOrderMembers(deps, caller, params.groupOrderId, query), presentMember),
    listGroupOrderProducts: async ({ params, caller }) => ({
      items: (await listGroupOrderProducts(deps, caller, params.groupOrderId)).map(presentProduct),
    }),
    postGroupMessage: async ({ params, body, caller, key }) =>
      presentMessage(
        await postGroupMessage(deps, caller, { messageId: key.newId('msg'), ...params, ...body }),
      ),
    listGroupMessages: async ({ params, query, caller }) =>
      presentPage(await listGroupMessages(deps, caller, params.groupOrderId, query), presentMessage),
    listRecentOrders: async ({ params }) => ({
      items: (await recentOrders(params.pickupPointId)).map(presentRecent),
    }),
    listNeighbours: async ({ params, caller }) => ({
      items: await listNeighbours(deps, caller, params.groupOrderId),
    }),
  };
}
