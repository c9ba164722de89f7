import { useQuery } from '@tanstack/react-query';
import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { api } from './api';
import { usePages } from './usePages';
import { useDebounced } from './useDebounced';

/** All pickup points of a city for its operators, closed ones too, by name; those that `words` match. */
export const useManagedPoints = (cityId: CityId, words: string) => {
  const search = useDebounced(words.trim());
  return usePages({
    queryKey: ['managed-points', cityId, search],
    load: (cursor) =>
      api.delivery.listManagedPickupPoints({
        query: {
          cityId,
          limit: '30',
          ...(search === '' ? {} : { search }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
  });
};

/** What anybody may know of a pickup point. */
export const usePoint = (pickupPointId: PickupPointId | undefined) =>
  useQuery({
    queryKey: ['point', pickupPointId],
    queryFn: () => api.delivery.getPickupPoint({ params: { pickupPointId: pickupPointId ?? '' } }),
    enabled: pickupPointId !== undefined,
  });
