import { endpoint } from '../endpoint';
import { PhotoId } from '../ids';
import { z } from '../zod';

export const photosApi = {
  uploadDeliveryPhoto: endpoint({
    id: 'delivery.uploadDeliveryPhoto',
    service: 'delivery',
    method: 'post',
    path: '/delivery-photos',
    access: ['courier', 'leader', 'operator'],
    rights: 'fresh',
    summary:
      'Takes a photo (JPEG, PNG, WebP or AVIF) to be named in a failure or a discrepancy. Re-encoded: no position or camera data is kept.',
    upload: { maxBytes: 24 * 1024 * 1024 },
    reply: z.object({ photoId: PhotoId, url: z.string(), width: z.int(), height: z.int() }),
    status: 201,
    errors: ['PHOTO_UNREADABLE', 'IMAGE_TOO_LARGE', 'BODY_TOO_LARGE'],
    limits: [{ per: 'account', max: 60, windowSeconds: 600 }],
    idempotency: 'stored',
    audit: 'never',
  }),
  getDeliveryPhoto: endpoint({
    id: 'delivery.getDeliveryPhoto',
    service: 'delivery',
    method: 'get',
    path: '/delivery-photos/:photoId',
    access: ['courier', 'leader', 'operator'],
    summary: 'A photo, for whoever took it, the courier and the leader of its stop, and operators.',
    params: z.strictObject({ photoId: PhotoId }),
    media: ['image/webp'],
    errors: ['NOT_FOUND'],
  }),
};
