import { type IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { type RequestHandler } from 'express';
import { type TrustedProxies } from './trustedProxies';

const proxyHeaders = /^(x-forwarded-|x-real-ip$|x-client-ip$|forwarded$|via$)/;

/**
 * Takes off what only our own machines may say – where a request came from, and the credentials of services – and says itself where
 * it came from: the last address that no trusted proxy has.
 */
export const strip =
  (trusted: TrustedProxies): RequestHandler =>
  (req, _res, next) => {
    stripHeaders(req, trusted);
    next();
  };

/** The same for a request that no handler sees: one that becomes a socket. */
export function stripHeaders({ headers, socket }: IncomingMessage, trusted: TrustedProxies): void {
  const client = clientAddress(socket.remoteAddress, headers['x-forwarded-for'], trusted);
  const drop = (name: string) => Reflect.deleteProperty(headers, name);
  for (const name of Object.keys(headers)) if (proxyHeaders.test(name)) drop(name);
  if (client !== undefined) headers['x-forwarded-for'] = client;
  if (/^\s*service\b/i.test(headers.authorization ?? '')) drop('authorization');
}

/** Each proxy appends whom it heard: read from the end, as long as who says it is trusted. */
function clientAddress(
  peer: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
  trusted: TrustedProxies,
): string | undefined {
  const said = [forwardedFor ?? []].flat().join(',').split(',').map(plainAddress);
  let client = peer;
  for (let at = said.length - 1; at >= 0 && trusted.has(client); at -= 1) {
    const before = said[at] ?? '';
    if (isIP(before) === 0) break;
    client = before;
  }
  return client;
}

/** Without the port that some proxies write: `1.2.3.4:5678`, `[::1]:5678`. */
const plainAddress = (text: string): string =>
  text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
