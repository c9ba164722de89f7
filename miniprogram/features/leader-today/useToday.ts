import { useState } from 'react';
import { type PickupPointId } from '#shared/contracts/ids';
import { useDeliveries } from '@/client/deliveries';
import { useGroupOrders } from '@/client/groupOrders';
import { useFollow } from '@/client/realtime';
import { type Pickup } from './nextStep';

const nothing: Pickup = { ready: 0, collected: 0, overdue: 0 };

/** How a pickup point stands, moving along live: its group orders, what comes, and what waits to be collected. */
export const useToday = (pickupPointId: PickupPointId) => {
  const { query, groupOrders } = useGroupOrders(pickupPointId);
  const stops = useDeliveries(pickupPointId);
  const [board, setBoard] = useState<{ pickupPointId: PickupPointId; pickup: Pickup } | undefined>();
  useFollow(
    { kind: 'pickup_point', pickupPointId },
    {
      onSnapshot: (snapshot) => {
        if (snapshot.kind === 'pickup_point') setBoard({ pickupPointId, pickup: snapshot.pickup });
      },
      onMessage: ({ name, message }) => {
        if (name === 'pickup_changed' && message.pickupPointId === pickupPointId)
          setBoard({ pickupPointId, pickup: message });
      },
    },
  );
  const pickup = board?.pickupPointId === pickupPointId ? board.pickup : nothing;
  return { query, groupOrders, stops: stops.data?.items ?? [], pickup };
};
