import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from './api';
import { choosePlace, usePlace } from './place';

/** Where this phone shops; proposes the first pickup point to who has not chosen one: browsing comes before choosing. */
export const useFirstPlace = () => {
  const place = usePlace();
  const query = useQuery({
    queryKey: ['first-place'],
    queryFn: () => api.delivery.listPickupPoints({ query: { limit: '1' } }),
    enabled: place === undefined,
  });
  const first = query.data?.items[0];
  useEffect(() => {
    if (!place && first) choosePlace(first, false);
  }, [place, first]);
  return { place, query };
};

/** The selling window of a pickup point that is open now, and the next one. */
export const useCycle = (pickupPointId: string | undefined) =>
  useQuery({
    queryKey: ['cycle', pickupPointId],
    queryFn: () => api.catalog.readCurrentCycle({ query: { pickupPointId } }),
    enabled: pickupPointId !== undefined,
  });
