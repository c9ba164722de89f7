import { randomUUID } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import helmet from 'helmet';
import { withCorrelation } from '../log/correlation';
import { type Log } from '../log/log';
import { Refused } from '../domainError';
import { toProblem } from './problem';

export const correlationHeader = 'X-Correlation-Id';

/**
 * An Express application in the manner of the house: a correlation id for each request, safe headers, the routers in order, and
 * problem documents for everything that goes wrong.
 */
export function serviceApp({
  routers,
  log,
}: {
  routers: readonly (Router | RequestHandler)[];
  log: Log;
}): Express {
  const app = express();
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.disable('x-powered-by');
  app.use(correlated, safe, ...routers, unknownAddress, problems(log));
  return app;
}

/** What matters for answers to machines; pages say more about themselves. */
const safe = alwaysTheSame(
  helmet({
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xPoweredBy: false,
    xXssProtection: false,
  }),
);

/** The headers of a handler that sets the same ones for every request, found out once. */
function alwaysTheSame(handler: RequestHandler): RequestHandler {
  const headers = new Map<string, string>();
  const probe = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  handler({} as Request, probe as unknown as Response, () => undefined);
  return (_req, res, next) => {
    res.setHeaders(headers);
    next();
  };
}

const acceptable = /^[\w.:-]{8,64}$/;

/** Takes over the caller's correlation id, or begins one; it comes back in the reply. */
const correlated: RequestHandler = (req, res, next) => {
  const given = req.get(correlationHeader);
  const id = given !== undefined && acceptable.test(given) ? given : randomUUID();
  res.setHeader(correlationHeader, id);
  withCorrelation(id, next);
};

const unknownAddress: RequestHandler = () => {
  throw new Refused('NOT_FOUND', 'There is nothing at this address');
};

/** Every error as an RFC 9457 problem document; what is our own fault is logged. */
export function problems(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = toProblem(error);
    if (problem.status >= 500) log.error({ error, method: req.method, path: req.path }, 'request failed');
    if (problem.status === 429 || problem.status === 503)
      if (!res.hasHeader('Retry-After')) res.setHeader('Retry-After', '2');
    res.setHeader('Cache-Control', 'no-store');
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}
