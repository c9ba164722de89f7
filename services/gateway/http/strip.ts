import { type RequestHandler } from 'express';

const proxyHeaders = /^(x-forwarded-|x-real-ip$|x-client-ip$|forwarded$|via$)/;

/**
 * Takes off what only our own machines may say: where a request came from (unless a trusted proxy stands before us), and the
 * credentials of services.
 */
export const strip =
  ({ trustProxy }: { trustProxy: boolean }): RequestHandler =>
  (req, _res, next) => {
    if (!trustProxy)
      for (const name of Object.keys(req.headers)) if (proxyHeaders.test(name)) drop(req, name);
    if (/^\s*service\b/i.test(req.headers.authorization ?? '')) drop(req, 'authorization');
    next();
  };

function drop(req: Parameters<RequestHandler>[0], name: string): void {
  Reflect.deleteProperty(req.headers, name);
}
