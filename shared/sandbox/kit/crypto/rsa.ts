import { createSign, createVerify } from 'node:crypto';

/** The signature of a text in Base64, by RSA with SHA-256. */
export const signed = (text: string, privateKey: string) =>
  createSign('RSA-SHA256').update(text, 'utf8').sign(privateKey, 'base64');

/** Whether `signature` (Base64) is that of the text. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    return createVerify('RSA-SHA256').update(text, 'utf8').verify(publicKey, signature, 'base64');
  } catch {
    return false;
  }
}
