import { endpoint } from '../endpoint';
import { ReturnPath } from '../returnPath';
import { z } from '../zod';

/** Who pays in WeChat's own browser: an official account is told by one redirect, for which nobody has to do anything. */
export const wechatPayerApi = {
  askWechatPayer: endpoint({
    id: 'identity.askWechatPayer',
    service: 'identity',
    method: 'post',
    path: '/me/wechat-payer/requests',
    access: 'signedIn',
    summary:
      'The address of WeChat that tells whose wallet pays in its browser. It leads back to `returnPath`, with a `code` and a `state` for `PUT /me/wechat-payer`; good for five minutes, and for this session only.',
    body: z.strictObject({ returnPath: ReturnPath }),
    reply: z.object({ url: z.url() }),
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  keepWechatPayer: endpoint({
    id: 'identity.keepWechatPayer',
    service: 'identity',
    method: 'put',
    path: '/me/wechat-payer',
    access: 'signedIn',
    summary: 'Keeps whose wallet pays in WeChat’s browser, as WeChat has just told. A code works once.',
    body: z.strictObject({ code: z.string().min(1).max(200), state: z.string().min(1).max(128) }),
    errors: ['NOT_FOUND', 'PAYER_UNKNOWN', 'SERVICE_UNAVAILABLE'],
    idempotency: 'natural',
  }),
};
