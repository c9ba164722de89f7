import Taro from '@tarojs/taro';
import { type PhotoId, type PictureId } from '#shared/contracts/ids';
import { gatewayUrl } from '@/platform/config';
import { sendPhoto } from '@/platform/photoFile';
import { accessToken } from './api';
import { ApiProblem, problemOf } from './apiProblem';
import { newKey } from './key';

/** Photos of a claim say where they are from. */
export type ClaimPhotoPath = `/orders/${string}/claim-photos?${string}`;
type UploadPath = '/pictures' | '/delivery-photos' | ClaimPhotoPath;
type Uploads = {
  '/pictures': { pictureId: PictureId; urls: { small: string; medium: string; large: string } };
  '/delivery-photos': { photoId: PhotoId; url: string };
} & Readonly<Record<ClaimPhotoPath, { photoId: PhotoId; url: string }>>;

/** Where a photo may come from; a phone offers both unless told. */
const sources = { camera: ['camera'], file: ['album'], any: ['album', 'camera'] } as const;

/** Lets the person take or choose a photo; nothing when they changed their mind. */
export const choosePhoto = async (source: keyof typeof sources = 'any'): Promise<string | undefined> => {
  try {
    const { tempFilePaths } = await Taro.chooseImage({
      count: 1,
      sizeType: ['compressed'],
      sourceType: [...sources[source]],
    });
    return tempFilePaths[0];
  } catch {
    return undefined;
  }
};

/** Sends a chosen photo, telling how much has gone (0 to 1); gives its id and address. Throws `ApiProblem`. */
export const uploadPhoto = async <Path extends UploadPath>(
  path: Path,
  filePath: string,
  onProgress?: (share: number) => void,
): Promise<Uploads[Path]> => {
  const token = await accessToken();
  let reply: { statusCode: number; data: string };
  try {
    reply = await sendPhoto({
      url: `${gatewayUrl()}/api${path}`,
      path: filePath,
      onProgress,
      header: {
        'Idempotency-Key': newKey(),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
    });
  } catch {
    throw new ApiProblem('OFFLINE', 0);
  }
  const body = jsonOf(reply.data);
  if (reply.statusCode >= 400) throw problemOf({ status: reply.statusCode, body });
  // Whoever answers like this is not the gateway: a network that wants a sign-in of its own.
  if (body === undefined) throw new ApiProblem('OFFLINE', 0);
  return body as Uploads[Path];
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
