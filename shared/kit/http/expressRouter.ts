import { performance } from 'node:perf_hooks';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import multer, { memoryStorage, MulterError } from 'multer';
import { type Endpoint } from '../../contracts/endpoint';
import { Refused } from '../domainError';
import { encoded, type Encoding, encodingFor } from './encoding';
import { type UploadedFile, MadeReply } from './handler';
import { type Answer, type RawRequest, type ServedApi } from './operation';
import { firstPart, pathOf } from './path';
import { type RateLimiters } from './rateLimits';
import { standingReplies } from './standingReplies';

export type Answered = { readonly operation: string; readonly status: number; readonly seconds: number };

const defaultMaxBodyBytes = 64 * 1024;

/**
 * The operations of `api` as an Express handler: parse the wire, answer, write the wire. Addresses without parameters are looked up;
 * of the others each first part has a router of its own: a router tries its routes one after the other.
 */
export function expressRouter(
  api: ServedApi,
  { limiters, onAnswered }: { limiters: RateLimiters; onAnswered: (answered: Answered) => void },
): RequestHandler {
  const plain = new Map<string, (req: Request, res: Response) => Promise<void>>();
  const standing = standingReplies();
  const routers = new Map<string, Router>();
  const routerOf = (path: string): Router => {
    const part = firstPart(path);
    const router = routers.get(part) ?? Router({ caseSensitive: true });
    routers.set(part, router);
    return router;
  };
  for (const endpoint of api.endpoints) {
    const answered = timed(endpoint, onAnswered);
    // Authorisation comes before any body is read: a stranger cannot make us parse.
    const before = limiters.byAddress(endpoint);
    const after = [...limiters.byAccount(endpoint), ...bodyParsers(endpoint)];
    const forEverybody = endpoint.access === 'public' && endpoint.limits === undefined;
    // One handler, not a chain: Express takes longer to go from one to the next than most of them take.
    const handle = async (req: Request, res: Response): Promise<void> => {
      answered(res);
      const request = new WireRequest(req);
      for (const handler of before) await passed(handler, req, res);
      const caller = await api.admit(endpoint, request);
      res.locals['caller'] = caller;
      for (const handler of after) await passed(handler, req, res);
      const answer = await api.answer(endpoint, request, caller);
      if (answer instanceof MadeReply && forEverybody) standing.keep(req.url, answer, answered);
      await send(req, res, answer);
    };
    routerOf(endpoint.path)[endpoint.method](endpoint.path, handle);
    if (!endpoint.path.includes(':')) plain.set(`${endpoint.method.toUpperCase()} ${endpoint.path}`, handle);
  }
  return (req, res, next) => {
    const stands = req.method === 'GET' ? standing.of(req.url) : undefined;
    if (stands) {
      stands.answered(res);
      Promise.resolve(sendMade(req, res, stands.reply)).catch(next);
      return;
    }
    const handle = plain.get(`${req.method} ${pathOf(req.url)}`);
    if (handle) {
      handle(req, res).catch(next);
      return;
    }
    const router = routers.get(firstPart(req.url));
    if (router) router(req, res, next);
    else next();
  };
}

/** Resolves when `handler` lets the request go on. */
const passed = (handler: RequestHandler, req: Request, res: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void Promise.resolve(
      handler(req, res, (error?: Error | string) => {
        if (error instanceof Error) reject(error);
        else resolve();
      }),
    ).catch(reject);
  });

/** Tells how long an answer took, once it is out. */
const timed =
  (endpoint: Endpoint, onAnswered: (answered: Answered) => void) =>
  (res: Response): void => {
    const start = performance.now();
    res.once('finish', () => {
      onAnswered({
        operation: endpoint.id,
        status: res.statusCode,
        seconds: (performance.now() - start) / 1000,
      });
    });
  };

function bodyParsers(endpoint: Endpoint): RequestHandler[] {
  if (endpoint.method === 'get') return [];
  if (endpoint.upload) {
    const limits = { fileSize: endpoint.upload.maxBytes, files: 1, fields: 0, parts: 2 };
    return [blamingTheForm(multer({ storage: memoryStorage(), limits }).single('file'))];
  }
  return [express.json({ limit: endpoint.maxBodyBytes ?? defaultMaxBodyBytes }), onlyJson];
}

/** Nothing is written while a form is read, so whatever goes wrong is wrong with the form: its parser says so in plain errors. */
const blamingTheForm =
  (reading: RequestHandler): RequestHandler =>
  (req, res, next) => {
    reading(req, res, (error?: unknown) => {
      if (error === undefined || error instanceof MulterError) next(error);
      else
        next(
          new Refused('MALFORMED_REQUEST', 'The form cannot be read: send multipart/form-data with one file'),
        );
    });
  };

/** A body in another format would be silently ignored by the JSON parser. */
const onlyJson: RequestHandler = (req, _res, next) => {
  const length = Number(req.headers['content-length'] ?? 0);
  const hasBody = length > 0 || req.headers['transfer-encoding'] !== undefined;
  if (hasBody && req.is('application/json') === false)
    throw Object.assign(new Error('The body must be application/json'), { status: 415 });
  next();
};

/** A request from the network, read only as far as somebody asks. */
class WireRequest implements RawRequest {
  readonly #req: Request;

  constructor(req: Request) {
    this.#req = req;
  }

  get params(): unknown {
    return this.#req.params;
  }
  get query(): unknown {
    return this.#req.query;
  }
  get body(): unknown {
    return this.#req.file ? undefined : (this.#req.body as unknown);
  }
  get file(): UploadedFile | undefined {
    const upload = this.#req.file;
    return upload && { bytes: upload.buffer, name: upload.originalname };
  }
  get address(): string {
    return this.#req.ip ?? 'unknown';
  }
  readonly header = (name: string): string | undefined => this.#req.get(name);
}

async function send(req: Request, res: Response, answer: Answer): Promise<void> {
  if (answer instanceof MadeReply) {
    await sendMade(req, res, answer);
    return;
  }
  if (answer.body === undefined) {
    res.status(answer.status).end();
    return;
  }
  const text = JSON.stringify(answer.body);
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store');
  res.status(answer.status).setHeader('Content-Type', jsonType);
  const encoding = encodingFor(req, Buffer.byteLength(text), jsonType);
  end(res, encoding ? await encoded(Buffer.from(text), encoding) : text, encoding);
}

const jsonType = 'application/json; charset=utf-8';

function sendMade(req: Request, res: Response, reply: MadeReply): void | Promise<void> {
  const { body, headers } = reply;
  for (const name in headers) res.setHeader(name, headers[name] ?? '');
  const etag = headers['ETag'];
  if (etag !== undefined && matches(req.headers['if-none-match'], etag)) {
    res.status(304).end();
    return;
  }
  const encoding = encodingFor(req, body.length, headers['Content-Type']);
  res.statusCode = 200;
  if (!encoding) end(res, body, undefined);
  else
    return reply.encoded(encoding).then((bytes) => {
      end(res, bytes, encoding);
    });
}

function end(res: Response, content: Buffer | string, encoding: Encoding | undefined): void {
  if (encoding) res.setHeader('Content-Encoding', encoding);
  if (res.hasHeader('Vary')) res.vary('Accept-Encoding');
  else res.setHeader('Vary', 'Accept-Encoding');
  res.setHeader('Content-Length', Buffer.byteLength(content));
  // Text goes out together with the head, in one write.
  res.end(content);
}

const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => weak(tag.trim()) === weak(etag)));

const weak = (etag: string): string => etag.replace(/^W\//, '');
