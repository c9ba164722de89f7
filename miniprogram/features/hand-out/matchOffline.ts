import { toBase64 } from '@/platform/base64';
import { sha256 } from '@/platform/sha256';
import { type Presented } from './code';

type Hashed = {
  readonly orderId: string;
  readonly salt: string;
  readonly codeHash: string;
  readonly proxyHash?: string | undefined;
};

const base64url = (bytes: Uint8Array): string =>
  toBase64(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** How the list keeps digits: SHA-256 of `{salt}.{digits}`, and then `iterations` times of its own bytes. */
export const hashDigits = (salt: string, digits: string, iterations: number): string => {
  let bytes = sha256(Uint8Array.from(`${salt}.${digits}`, (letter) => letter.charCodeAt(0)));
  for (let round = 0; round < iterations; round += 1) bytes = sha256(bytes);
  return base64url(bytes);
};

/** So long may hashing keep the screen from answering. */
const busyMs = 24;
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Finds whose code was presented in the list that was loaded before; nothing when it is nobody's. */
export const matchOffline = async <Item extends Hashed>(
  items: readonly Item[],
  { digits, orderId }: Presented,
  iterations: number,
): Promise<Item | undefined> => {
  let since = Date.now();
  for (const item of items) {
    if (orderId !== undefined && item.orderId !== orderId) continue;
    const hash = hashDigits(item.salt, digits, iterations);
    if (hash === item.codeHash || hash === item.proxyHash) return item;
    if (Date.now() - since > busyMs) {
      await breathe();
      since = Date.now();
    }
  }
  return undefined;
};
