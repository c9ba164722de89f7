import Taro from '@tarojs/taro';
import { currentLanguage } from '@/i18n/language';
import { gatewayUrl } from '@/platform/config';
import { saveBytes } from '@/platform/saveFile';
import { accessToken } from './api';
import { ApiProblem } from './apiProblem';

/** What the services answer at `path` (below `/api`), as it came. Throws `ApiProblem`. */
export const readBytes = async (path: string): Promise<ArrayBuffer> => {
  const token = await accessToken();
  const reply = await Taro.request<ArrayBuffer>({
    url: `${gatewayUrl()}/api${path}`,
    responseType: 'arraybuffer',
    header: {
      'Accept-Language': currentLanguage(),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
  }).catch(() => {
    throw new ApiProblem('OFFLINE', 0, {});
  });
  if (reply.statusCode !== 200) throw new ApiProblem('SERVICE_UNAVAILABLE', reply.statusCode, {});
  return reply.data;
};

/** Saves what the services answer at `path` (below `/api`) as a file. Throws `ApiProblem`. */
export const downloadFile = async (path: string, fileName: string): Promise<void> => {
  saveBytes(fileName, await readBytes(path));
};
