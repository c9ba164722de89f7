import { type IncomingMessage } from 'node:http';
import { type RequestHandler } from 'express';

export type Trust = {
  /** A proxy of ours stands before the gateway and says where requests come from. */
  readonly trustProxy: boolean;
};

const proxyHeaders = /^(x-forwarded-|x-real-ip$|x-client-ip$|forwarded$|via$)/;

/**
 * Takes off what only our own machines may say: where a request came from (unless a trusted proxy stands before us), and the
 * credentials of services.
 */
export const strip =
  (trust: Trust): RequestHandler =>
  (req, _res, next) => {
    stripHeaders(req, trust);
    next();
  };

/** The same for a request that no handler sees: one that becomes a socket. */
export function stripHeaders({ headers }: IncomingMessage, { trustProxy }: Trust): void {
  const drop = (name: string) => Reflect.deleteProperty(headers, name);
  if (!trustProxy) for (const name of Object.keys(headers)) if (proxyHeaders.test(name)) drop(name);
  if (/^\s*service\b/i.test(headers.authorization ?? '')) drop('authorization');
}
