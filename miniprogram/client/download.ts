import Taro from '@tarojs/taro';
import { currentLanguage } from '@/i18n/language';
import { gatewayUrl } from '@/platform/config';
import { saveBytes } from '@/platform/saveFile';
import { accessToken } from './api';
import { ApiProblem } from './apiProblem';

/** Saves what the services answer at `path` (below `/api`) as a file. Throws `ApiProblem`. */
export const downloadFile = async (path: string, fileName: string): Promise<void> => {
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
  saveBytes(fileName, reply.data);
};
