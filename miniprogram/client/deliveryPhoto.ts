import { useQuery } from '@tanstack/react-query';
import { type PhotoId } from '#shared/contracts/ids';
import { fetchOwnPhoto } from './ownPhoto';

/** The address under which a photo of a failure can be shown here. A photo never changes: it is fetched once. */
export const useDeliveryPhoto = (photoId: PhotoId) =>
  useQuery({
    queryKey: ['delivery-photo', photoId],
    queryFn: () => fetchOwnPhoto(`/delivery-photos/${photoId}`),
    staleTime: Infinity,
    gcTime: Infinity,
  });
