import { useQueryClient } from '@tanstack/react-query';
import { type CityId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';

export const useCouriers = (cityId: CityId) =>
  usePages({
    queryKey: ['couriers', cityId],
    load: (cursor) =>
      api.delivery.listCouriers({
        query: { cityId, limit: '50', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });

export const useCouriersChanged = () => {
  const queryClient = useQueryClient();
  return () => {
    for (const name of ['couriers', 'fleet', 'accounts'])
      void queryClient.invalidateQueries({ queryKey: [name] });
  };
};
