import { useQuery } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { gatewayUrl } from '@/platform/config';
import { accessToken } from './api';
import { ApiProblem } from './apiProblem';

/** Below `/api`: photos that only those may see whom they concern. */
type OwnPhotoPath = `/delivery-photos/${string}` | `/claim-photos/${string}`;

/** A picture's own address carries no sign-in: it is fetched, then shown from here. */
const fetchPhoto = async (path: OwnPhotoPath): Promise<string> => {
  const token = await accessToken();
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${gatewayUrl()}/api${path}`,
    header: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new ApiProblem('OFFLINE', 0);
  });
  if (statusCode !== 200)
    throw new ApiProblem(statusCode === 404 ? 'NOT_FOUND' : 'SERVICE_UNAVAILABLE', statusCode);
  return tempFilePath;
};

/** The address under which such a photo can be shown here. A photo never changes: it is fetched once. */
export const useOwnPhoto = (path: OwnPhotoPath) =>
  useQuery({
    queryKey: ['own-photo', path],
    queryFn: () => fetchPhoto(path),
    staleTime: Infinity,
    gcTime: Infinity,
  });
