import { useQuery } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { type PhotoId } from '#shared/contracts/ids';
import { gatewayUrl } from '@/platform/config';
import { accessToken } from './api';
import { ApiProblem } from './apiProblem';

/** Only those whom it concerns may see it, and a picture's own address carries no sign-in: it is fetched, then shown from here. */
const fetchPhoto = async (photoId: PhotoId): Promise<string> => {
  const token = await accessToken();
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${gatewayUrl()}/api/delivery-photos/${photoId}`,
    header: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new ApiProblem('OFFLINE', 0);
  });
  if (statusCode !== 200)
    throw new ApiProblem(statusCode === 404 ? 'NOT_FOUND' : 'SERVICE_UNAVAILABLE', statusCode);
  return tempFilePath;
};

/** The address under which a photo of a failure can be shown here. A photo never changes: it is fetched once. */
export const useDeliveryPhoto = (photoId: PhotoId) =>
  useQuery({
    queryKey: ['delivery-photo', photoId],
    queryFn: () => fetchPhoto(photoId),
    staleTime: Infinity,
    gcTime: Infinity,
  });
