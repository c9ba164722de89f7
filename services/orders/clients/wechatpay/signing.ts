import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { type Merchant } from './merchant';

export const newNonce = (): string => randomBytes(16).toString('hex');
export const unixSeconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));

/** RSA with SHA-256 over lines, each with its end; in Base64. */
export const signedLines = (lines: readonly string[], key: KeyObject): string =>
  sign('sha256', Buffer.from(lines.map((line) => `${line}\n`).join('')), key).toString('base64');

type Request = { readonly method: string; readonly path: string; readonly body: string; readonly at: Date };

/**
 * The `Authorization` of one request; a nonce works once, so each repetition is signed anew.
 * Documentation: pay.weixin.qq.com, 如何构造请求签名 (/doc/v3/merchant/4012365336).
 */
export function authorization(merchant: Merchant, { method, path, body, at }: Request): string {
  const { mchid, serialNo, privateKey } = merchant;
  const [timestamp, nonce] = [unixSeconds(at), newNonce()];
  const fields = {
    mchid,
    nonce_str: nonce,
    signature: signedLines([method, path, timestamp, nonce, body], privateKey),
    timestamp,
    serial_no: serialNo,
  };
  const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`;
}
