import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from '../../contracts/zod';

/**
 * An RSA private key of an environment variable: PEM, with its ends of line as they are or written as `\n`, or only the Base64 in it, as
 * providers' tools hand it out; PKCS #8 or #1.
 */
export const privateKey = () => rsaKey('must be an RSA private key: PEM, or the Base64 in it', readPrivate);

/** The same for an RSA public key; a private one in its place is a mistake, though it holds a public one. */
export const publicKey = () =>
  rsaKey('must be an RSA public key: PEM, or the Base64 in it', (bytes) =>
    readPrivate(bytes) ? undefined : readPublic(bytes),
  );

const readPrivate = (key: Buffer) =>
  firstOf(['pkcs8', 'pkcs1'] as const, (type) => createPrivateKey({ key, type, format: 'der' }));

const readPublic = (key: Buffer) =>
  firstOf(['spki', 'pkcs1'] as const, (type) => createPublicKey({ key, type, format: 'der' }));

/** The bytes in a PEM, or in its Base64. */
const bytesIn = (text: string): Buffer =>
  Buffer.from(text.replaceAll(String.raw`\n`, '\n').replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');

const rsaKey = (error: string, read: (bytes: Buffer) => KeyObject | undefined) =>
  z.string(error).transform((text, context): KeyObject => {
    const key = read(bytesIn(text));
    if (key?.asymmetricKeyType === 'rsa') return key;
    context.addIssue(error);
    return z.NEVER;
  });

function firstOf<Type>(types: readonly Type[], read: (type: Type) => KeyObject): KeyObject | undefined {
  for (const type of types)
    try {
      return read(type);
    } catch {
      // Not of this type.
    }
  return undefined;
}
