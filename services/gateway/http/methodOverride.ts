import { type RequestHandler } from 'express';

/** The HTTP of mini programs knows no PATCH: there it travels as a POST with `X-HTTP-Method-Override: PATCH`. Nothing else does. */
export const methodOverride: RequestHandler = (req, _res, next) => {
  if (req.method === 'POST' && req.get('x-http-method-override') === 'PATCH') req.method = 'PATCH';
  next();
};
