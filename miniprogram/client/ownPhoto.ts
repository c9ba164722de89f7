import Taro from '@tarojs/taro';
import { gatewayUrl } from '@/platform/config';
import { accessToken } from './api';
import { ApiProblem } from './apiProblem';

/**
 * A photo that only those may see whom it concerns: a picture's own address carries no sign-in, so that it is fetched, then shown from
 * here. Throws `ApiProblem`.
 * @param path below `/api`
 */
export const fetchOwnPhoto = async (path: `/${string}`): Promise<string> => {
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
