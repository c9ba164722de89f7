import { beijing } from '../../kit/beijing';
import type { Post, Posted } from '../../kit/delivery/post';
import { randomText } from '../../kit/ids';
import { encrypted, signatureHeaders, signerFor } from '../signing';
import type { NoticeRecord } from '../state/records';
import { time, type World } from '../world';

/** What is wrong with a notice that was not sent by WeChat Pay, or not now, or not to this merchant. */
export const forgeries = ['signature', 'serial', 'old', 'key', 'content'] as const;
export type Forgery = {
  as: (typeof forgeries)[number];
  /** Fields that replace those of the resource, e.g. `{ amount: { total: 1 } }`; the rest stays true. */
  changes: Record<string, unknown>;
};

const TEN_MINUTES_MS = 600_000;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(into: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  const result = { ...into };
  for (const [name, value] of Object.entries(changes)) {
    const before = result[name];
    result[name] = isObject(value) && isObject(before) ? merged(before, value) : value;
  }
  return result;
}

/**
 * Sends a notice as WeChat Pay does, encrypted and signed anew each time; or a forged one.
 * Documentation: pay.weixin.qq.com, 支付成功回调通知 (/doc/v3/merchant/4012791861), 退款结果回调通知 (/doc/v3/merchant/4012791865);
 * a signature that begins with `WECHATPAY/SIGNTEST/` is WeChat Pay's own probe: 签名探测流量 (/doc/v3/merchant/4013053249).
 */
export function sendNotice(
  world: World,
  post: Post,
  notice: NoticeRecord,
  forgery?: Forgery,
): Promise<Posted> {
  const key = forgery?.as === 'key' ? randomText(32) : world.account.apiV3Key;
  const resource = JSON.stringify(merged(notice.resource, forgery?.changes ?? {}));
  const {
    algorithm,
    ciphertext,
    nonce,
    associated_data: associatedData,
  } = encrypted(resource, key, notice.original);
  const body = JSON.stringify({
    id: notice.id,
    create_time: beijing.rfc3339(notice.created),
    resource_type: 'encrypt-resource',
    event_type: notice.type,
    summary: notice.summary,
    resource: {
      original_type: notice.original,
      algorithm,
      ciphertext,
      associated_data: associatedData,
      nonce,
    },
  });
  const headers = signatureHeaders(
    body,
    signerFor(world),
    time(world) - (forgery?.as === 'old' ? TEN_MINUTES_MS : 0),
  );
  if (forgery?.as === 'signature') headers['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${randomText(320)}`;
  if (forgery?.as === 'serial')
    headers['Wechatpay-Serial'] = `${headers['Wechatpay-Serial'].slice(0, -6)}000000`;
  return post.send(notice.url, body, {
    'content-type': 'application/json',
    accept: '*/*',
    'user-agent': 'Mozilla/4.0',
    'request-id': randomText(24),
    ...headers,
  });
}
