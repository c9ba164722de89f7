import { generateKeyPairSync } from 'node:crypto';

/** Both keys as PEM: PKCS #8 and SubjectPublicKeyInfo, without an end of line behind them. */
export type KeyPair = { privateKey: string; publicKey: string };

/** A new RSA key of 2048 bits; takes about a tenth of a second. */
export function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privateKey: privateKey.trim(), publicKey: publicKey.trim() };
}
