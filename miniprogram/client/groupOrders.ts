import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type GroupOrderView } from '#shared/contracts/orders/groupOrders';
import { type PickupPointId } from '#shared/contracts/ids';
import { api } from './api';
import { type ServerMessage, useFollow } from './realtime';

type GroupOrderNews = Extract<ServerMessage, { name: 'group_order_changed' }>['message'];
type Listed = { items: GroupOrderView[] };

/** Versions decide: a reply that was slower than the news does not undo it. */
const withNews = (groupOrder: GroupOrderView, news: GroupOrderNews): GroupOrderView =>
  groupOrder.groupOrderId !== news.groupOrderId || groupOrder.version > news.version
    ? groupOrder
    : { ...groupOrder, ...news };

/** The latest group orders of a pickup point, newest cycle first, moving along live. */
export const useGroupOrders = (pickupPointId: PickupPointId) => {
  const queryClient = useQueryClient();
  const queryKey = ['group-orders', pickupPointId];
  const query = useQuery({
    queryKey,
    queryFn: () => api.orders.listGroupOrders({ query: { pickupPointId, limit: '5' } }),
  });
  const learn = (news: GroupOrderNews): void => {
    const known = query.data?.items.some(({ groupOrderId }) => groupOrderId === news.groupOrderId) ?? false;
    if (known)
      queryClient.setQueryData<Listed>(
        queryKey,
        (listed) => listed && { ...listed, items: listed.items.map((one) => withNews(one, news)) },
      );
    else void queryClient.invalidateQueries({ queryKey });
  };
  useFollow(
    { kind: 'pickup_point', pickupPointId },
    {
      onSnapshot: (snapshot) => {
        if (snapshot.kind === 'pickup_point' && snapshot.groupOrder) learn(snapshot.groupOrder);
      },
      onMessage: ({ name, message }) => {
        if (name === 'group_order_changed' && message.pickupPointId === pickupPointId) learn(message);
        if (name === 'group_buy_progressed' && message.pickupPointId === pickupPointId)
          void queryClient.invalidateQueries({ queryKey });
      },
    },
  );
  return { query, groupOrders: query.data?.items ?? [] };
};
