import { createCipheriv } from 'node:crypto';
import { signed } from '../kit/crypto/rsa';
import { randomText } from '../kit/ids';
import { time, type World } from './world';

/**
 * AEAD_AES_256_GCM as in notices and certificates: the tag follows the ciphertext.
 * Documentation: pay.weixin.qq.com, 开发指引 › 如何解密回调报文和平台证书 (/doc/v3/merchant/4012071382).
 */
export function encrypted(text: string, key: string, associatedData: string) {
  const nonce = randomText(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associatedData));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: ciphertext.toString('base64'),
    associated_data: associatedData,
    nonce,
  };
}

export type Signer = { serial: string; privateKey: string };

/** Who signs for a caller that asked for this serial; without one, as the merchant is set up. */
export function signerFor(world: World, wanted?: string): Signer {
  const { platform } = world.account;
  const [newest] = world.certificates;
  const asked = world.certificates.find(({ serialNo }) => serialNo === wanted);
  if (world.verification === 'certificate' && wanted !== platform.publicKeyId && newest)
    return { serial: (asked ?? newest).serialNo, privateKey: (asked ?? newest).privateKey };
  return { serial: platform.publicKeyId, privateKey: platform.privateKey };
}

/**
 * The headers by which an answer or a notice is verified. `at` in milliseconds.
 * Documentation: pay.weixin.qq.com, 开发指引 › 签名和验签 (如何构造请求签名 /doc/v3/merchant/4012365336, 如何用微信支付公钥验签
 * /doc/v3/merchant/4013053249).
 */
export function signatureHeaders(body: string, { serial, privateKey }: Signer, at: number) {
  const timestamp = String(Math.floor(at / 1000));
  const nonce = randomText(32);
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature': signed(`${timestamp}\n${nonce}\n${body}\n`, privateKey),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}

export const answerHeaders = (world: World, body: string, wanted: string | undefined) =>
  signatureHeaders(body, signerFor(world, wanted), time(world));
