import { type KeyObject, verify } from 'node:crypto';

/** What WeChat Pay signs: an answer or a notice, with its headers. */
export type Signed = { readonly body: Buffer; header(name: string): string | undefined };

/** The key that a serial number names; undefined when it is none of WeChat Pay's. */
export type KeyOf = (serial: string) => Promise<KeyObject | undefined>;

/** A signature may be so much older, or newer, than our clock, in ms: what was overheard works no longer. */
const windowMs = 300_000;

/**
 * Whether WeChat Pay has signed this, just now. Its own probes, signed `WECHATPAY/SIGNTEST/…`, are none that it has.
 * Documentation: pay.weixin.qq.com, 如何用微信支付公钥验签 (/doc/v3/merchant/4013053249).
 */
export async function isGenuine(signed: Signed, keyOf: KeyOf, now: Date): Promise<boolean> {
  const [timestamp, nonce, serial, signature] = ['timestamp', 'nonce', 'serial', 'signature'].map((name) =>
    signed.header(`wechatpay-${name}`),
  );
  if (timestamp === undefined || nonce === undefined || serial === undefined || signature === undefined)
    return false;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp) * 1000) > windowMs)
    return false;
  const key = await keyOf(serial);
  if (!key) return false;
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), signed.body, Buffer.from('\n')]);
  return verify('sha256', message, key, Buffer.from(signature, 'base64'));
}
