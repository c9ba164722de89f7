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

const correlationHeader = 'X-Correlation-Id';
/** Its name among the headers of a request. */
export const correlationHeaderIn = 'x-correlation-id';

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
  app.use(prepared, ...routers, unknownAddress, problems(log));
  return app;
}

/** What matters for answers to machines; pages say more about themselves. Always the same, so found out once. */
const safeHeaders = headersOf(
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

function headersOf(handler: RequestHandler): Map<string, string> {
  const headers = new Map<string, string>();
  const probe = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  handler({} as Request, probe as unknown as Response, () => undefined);
  return headers;
}

const acceptable = /^[\w.:-]{8,64}$/;

/** Safe headers; and the caller's correlation id taken over, or one begun: it comes back in the reply. */
const prepared: RequestHandler = (req, res, next) => {
  const given = req.headers[correlationHeaderIn];
  const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
  res.setHeaders(safeHeaders).setHeader(correlationHeader, id);
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
    if (problem.status >= 500)
      log.error({ err: error, method: req.method, path: req.path }, 'request failed');
    if (problem.status === 429 || problem.status === 503)
      if (!res.hasHeader('Retry-After')) res.setHeader('Retry-After', '2');
    res.setHeader('Cache-Control', 'no-store');
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}
