import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type OrderTracking } from '#shared/contracts/delivery/tracking';
import { useState } from 'react';
import { type z } from 'zod';
import { api } from '@/client/api';
import { useFollow } from '@/client/realtime';

type Tracking = z.output<typeof OrderTracking>;

/** An order and where it is; both move along while the page is open. With what the leader wrote to the group meanwhile. */
export const useOrderPage = (orderId: string) => {
  const queryClient = useQueryClient();
  const [leaderSays, setLeaderSays] = useState<string>();
  const trackingKey = ['tracking', orderId];
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: ['order', orderId] });
    void queryClient.invalidateQueries({ queryKey: trackingKey });
    void queryClient.invalidateQueries({ queryKey: ['orders'] });
  };
  const order = useQuery({
    queryKey: ['order', orderId],
    queryFn: () => api.orders.getOrder({ params: { orderId } }),
  });
  const tracking = useQuery({
    queryKey: trackingKey,
    queryFn: () => api.delivery.trackOrder({ params: { orderId } }),
  });
  /** The courier comes nearer: laid on what is shown, without asking again. */
  const comes = (how: (point: Tracking['pickupPoint']) => Partial<NonNullable<Tracking['delivery']>>) =>
    queryClient.setQueryData<Tracking>(
      trackingKey,
      (before) =>
        before?.delivery && { ...before, delivery: { ...before.delivery, ...how(before.pickupPoint) } },
    );
  useFollow(order.data && { kind: 'order', orderId: order.data.orderId }, {
    onSnapshot: (snapshot) => {
      if (snapshot.kind === 'order' && snapshot.order.version !== order.data?.version) refresh();
    },
    onMessage: ({ name, message }) => {
      if (name === 'order_changed' && message.orderId === orderId) refresh();
      if (name === 'route_changed') void queryClient.invalidateQueries({ queryKey: trackingKey });
      // Messages of all that this phone follows come here, also to other groups.
      if (name === 'group_message' && message.groupOrderId === order.data?.groupOrderId)
        setLeaderSays(message.text);
      if (name === 'courier_moved')
        comes(() => ({ courier: { position: message.position, at: message.at } }));
      if (name === 'etas_moved')
        comes(({ pickupPointId }) => {
          const moved = message.etas.find((one) => one.pickupPointId === pickupPointId);
          return moved ? { eta: moved.eta } : {};
        });
    },
  });
  return { order, tracking, leaderSays };
};
