import { createDecipheriv } from 'node:crypto';
import { z } from '#shared/contracts/zod';

/** What only the holder of the APIv3 key can read, and only such a holder has written. */
export const Sealed = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  ciphertext: z.base64(),
  nonce: z.string(),
  associated_data: z.string().default(''),
});
export type Sealed = z.infer<typeof Sealed>;

const tagBytes = 16;

/**
 * The text of it; undefined when it was not sealed by this key.
 * Documentation: pay.weixin.qq.com, 如何解密回调报文和平台证书 (/doc/v3/merchant/4012071382).
 */
export function opened(sealed: Sealed, apiV3Key: string): string | undefined {
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  if (bytes.length < tagBytes) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', apiV3Key, sealed.nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(-tagBytes)).setAAD(Buffer.from(sealed.associated_data));
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}
