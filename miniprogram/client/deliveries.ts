import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type PickupPointId } from '#shared/contracts/ids';
import { api } from './api';
import { useFollow, withEtas } from './realtime';

type Listed = { items: StopView[] };

/** What comes to a pickup point, with the courier's ETA moving. */
export const useDeliveries = (pickupPointId: PickupPointId) => {
  const queryClient = useQueryClient();
  const queryKey = ['my-stops', pickupPointId];
  const read = () => void queryClient.invalidateQueries({ queryKey });
  useFollow(
    { kind: 'pickup_point', pickupPointId },
    {
      onSnapshot: read,
      onMessage: ({ name, message }) => {
        if (name === 'route_changed') read();
        if (name === 'etas_moved')
          queryClient.setQueryData<Listed>(
            queryKey,
            (listed) => listed && { ...listed, items: withEtas(listed.items, message) },
          );
      },
    },
  );
  return useQuery({
    queryKey,
    queryFn: () => api.delivery.listMyStops({ query: { pickupPointId, limit: '20' } }),
  });
};
