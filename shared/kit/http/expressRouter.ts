import { performance } from 'node:perf_hooks';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import multer, { memoryStorage } from 'multer';
import { type Endpoint } from '../../contracts/endpoint';
import { type UploadedFile, MadeReply } from './handler';
import { type Answer, type RawRequest, type ServedApi } from './operation';
import { type RateLimiters } from './rateLimits';

export type Answered = { readonly operation: string; readonly status: number; readonly seconds: number };

const defaultMaxBodyBytes = 64 * 1024;

/** The operations of `api` as an Express router: parse the wire, answer, write the wire. */
export function expressRouter(
  api: ServedApi,
  { limiters, onAnswered }: { limiters: RateLimiters; onAnswered: (answered: Answered) => void },
): Router {
  const router = Router({ caseSensitive: true });
  for (const endpoint of api.endpoints) {
    const before: RequestHandler[] = [
      timed(endpoint, onAnswered),
      ...limiters.byAddress(endpoint),
      admitted(api, endpoint),
    ];
    router[endpoint.method](
      endpoint.path,
      ...before,
      ...limiters.byAccount(endpoint),
      ...bodyParsers(endpoint),
      async (req, res) => {
        send(req, res, await api.answer(endpoint, rawRequest(req), admittedCaller(res)));
      },
    );
  }
  return router;
}

function timed(endpoint: Endpoint, onAnswered: (answered: Answered) => void): RequestHandler {
  return (_req, res, next) => {
    const start = performance.now();
    res.once('finish', () => {
      onAnswered({
        operation: endpoint.id,
        status: res.statusCode,
        seconds: (performance.now() - start) / 1000,
      });
    });
    next();
  };
}

/** Authorisation comes before any body is read: a stranger cannot make us parse. */
function admitted(api: ServedApi, endpoint: Endpoint): RequestHandler {
  return async (req, res, next) => {
    res.locals['caller'] = await api.admit(endpoint, rawRequest(req));
    next();
  };
}

const admittedCaller = (res: Response) => res.locals['caller'] as Awaited<ReturnType<ServedApi['admit']>>;

function bodyParsers(endpoint: Endpoint): RequestHandler[] {
  if (endpoint.method === 'get') return [];
  if (endpoint.upload) {
    const limits = { fileSize: endpoint.upload.maxBytes, files: 1, fields: 0, parts: 2 };
    return [multer({ storage: memoryStorage(), limits }).single('file')];
  }
  return [express.json({ limit: endpoint.maxBodyBytes ?? defaultMaxBodyBytes }), onlyJson];
}

/** A body in another format would be silently ignored by the JSON parser. */
const onlyJson: RequestHandler = (req, _res, next) => {
  const length = Number(req.headers['content-length'] ?? 0);
  const hasBody = length > 0 || req.headers['transfer-encoding'] !== undefined;
  if (hasBody && req.is('application/json') === false)
    throw Object.assign(new Error('The body must be application/json'), { status: 415 });
  next();
};

function rawRequest(req: Request): RawRequest {
  const upload = req.file;
  const file: UploadedFile | undefined = upload && { bytes: upload.buffer, name: upload.originalname };
  return {
    params: req.params,
    query: req.query,
    body: file ? undefined : (req.body as unknown),
    ...(file ? { file } : {}),
    address: req.ip ?? 'unknown',
    header: (name) => req.get(name),
  };
}

function send(req: Request, res: Response, answer: Answer): void {
  if (answer instanceof MadeReply) {
    sendMade(req, res, answer);
    return;
  }
  if (answer.body === undefined) {
    res.status(answer.status).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(answer.body));
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store');
  res.status(answer.status).setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Content-Length', bytes.length);
  res.end(bytes);
}

function sendMade(req: Request, res: Response, { body, headers }: MadeReply): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  const etag = headers['ETag'];
  if (etag !== undefined && matches(req.get('if-none-match'), etag)) {
    res.status(304).end();
    return;
  }
  res.setHeader('Content-Length', body.length);
  res.status(200).end(body);
}

const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => weak(tag.trim()) === weak(etag)));

const weak = (etag: string): string => etag.replace(/^W\//, '');
