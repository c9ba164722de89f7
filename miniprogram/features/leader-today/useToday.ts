import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type PickupPointId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { useGroupOrders } from '@/client/groupOrders';
import { useFollow } from '@/client/realtime';
import { type Pickup } from './nextStep';

const nothing: Pickup = { ready: 0, collected: 0, overdue: 0 };

/** How a pickup point stands, moving along live: its group orders, what comes, and what waits to be collected. */
export const useToday = (pickupPointId: PickupPointId) => {
  const queryClient = useQueryClient();
  const { query, groupOrders, learn } = useGroupOrders(pickupPointId);
  const stopsKey = ['my-stops', pickupPointId];
  const stops = useQuery({
    queryKey: stopsKey,
    queryFn: () => api.delivery.listMyStops({ query: { pickupPointId, limit: '20' } }),
  });
  const [board, setBoard] = useState<{ pickupPointId: PickupPointId; pickup: Pickup } | undefined>();
  const readStops = () => void queryClient.invalidateQueries({ queryKey: stopsKey });
  useFollow(
    { kind: 'pickup_point', pickupPointId },
    {
      onSnapshot: (snapshot) => {
        if (snapshot.kind !== 'pickup_point') return;
        setBoard({ pickupPointId, pickup: snapshot.pickup });
        if (snapshot.groupOrder) learn(snapshot.groupOrder);
        readStops();
      },
      onMessage: ({ name, message }) => {
        if (name === 'pickup_changed' && message.pickupPointId === pickupPointId)
          setBoard({ pickupPointId, pickup: message });
        if (name === 'group_order_changed' && message.pickupPointId === pickupPointId) {
          learn(message);
          // Counted on another phone: the route did not change by that.
          if (message.status === 'received') readStops();
        }
        if (name === 'group_buy_progressed' && message.pickupPointId === pickupPointId)
          void queryClient.invalidateQueries({ queryKey: ['group-orders', pickupPointId] });
        if (name === 'route_changed') readStops();
      },
    },
  );
  const pickup = board?.pickupPointId === pickupPointId ? board.pickup : nothing;
  return { query, groupOrders, stops: stops.data?.items ?? [], pickup };
};
