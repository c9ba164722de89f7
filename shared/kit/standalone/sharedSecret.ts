import { hkdfSync } from 'node:crypto';

/** The key of the services' tokens, from the secret that all of them are given. */
export const serviceKey = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'lintuan service tokens', 32));
