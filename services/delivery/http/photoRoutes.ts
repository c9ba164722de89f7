import { type photosApi } from '#shared/contracts/delivery/photos';
import { type Handlers, MadeReply } from '#shared/kit/http/handler';
import { type DeliveryDeps } from '../usecases/deps';
import { getDeliveryPhoto } from '../usecases/photos/getDeliveryPhoto';
import { uploadDeliveryPhoto } from '../usecases/photos/uploadDeliveryPhoto';
import { presentPhoto } from './presentPhoto';

/** Photos of failures and discrepancies. */
export const photoRoutes = (deps: DeliveryDeps): Handlers<typeof photosApi> => ({
  uploadDeliveryPhoto: async ({ key, caller, file }) =>
    presentPhoto(await uploadDeliveryPhoto(deps, key.newId('pho', file.name), caller, file.bytes)),
  getDeliveryPhoto: async ({ params, caller }) =>
    new MadeReply(await getDeliveryPhoto(deps, params.photoId, caller), {
      'Content-Type': 'image/webp',
      'Cache-Control': 'private, max-age=86400, immutable',
      ETag: `"${params.photoId}"`,
    }),
});
