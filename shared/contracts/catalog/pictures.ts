import { endpoint } from '../endpoint';
import { PictureId } from '../ids';
import { z } from '../zod';
import { PictureUrls } from './common';

export const Picture = z
  .object({
    pictureId: PictureId,
    urls: PictureUrls,
    /** Of the largest size, in pixels. */
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'Picture' });

export const picturesApi = {
  uploadPicture: endpoint({
    id: 'catalog.uploadPicture',
    service: 'catalog',
    method: 'post',
    path: '/pictures',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Takes a JPEG, PNG, WebP or AVIF picture, strips what it says about its maker and keeps it in three sizes.',
    upload: { maxBytes: 24 * 1024 * 1024 },
    reply: Picture,
    status: 201,
    errors: ['PICTURE_UNREADABLE', 'IMAGE_TOO_LARGE', 'BODY_TOO_LARGE'],
    idempotency: 'natural',
    audit: 'never',
    limits: [{ per: 'account', max: 60, windowSeconds: 60 }],
  }),
  readPicture: endpoint({
    id: 'catalog.readPicture',
    service: 'catalog',
    method: 'get',
    path: '/pictures/:pictureId/:file',
    access: 'public',
    summary: 'One size of a picture; it never changes and may be kept for a year.',
    params: z.strictObject({ pictureId: PictureId, file: z.enum(['160.webp', '480.webp', '960.webp']) }),
    media: ['image/webp'],
    errors: ['NOT_FOUND'],
  }),
};
