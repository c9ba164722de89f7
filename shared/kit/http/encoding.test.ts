import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type express from 'express';
import request, { type Response } from 'supertest';
import { z } from '#shared/contracts/zod';
import { endpoint } from '#shared/contracts/endpoint';
import { createLog } from '../log/log';
import { expressRouter } from './expressRouter';
import { MadeReply } from './handler';
import { serve } from './operation';
import { rateLimiters } from './rateLimits';
import { serviceApp } from './serviceApp';

const long = 'brightly '.repeat(400);
const shared = { service: 'catalog', method: 'get', access: 'public', errors: [] } as const;
const Text = z.object({ text: z.string() });
const api = {
  made: endpoint({ ...shared, id: 'catalog.made', path: '/made', summary: 'Kept.', reply: Text }),
  fresh: endpoint({ ...shared, id: 'catalog.fresh', path: '/fresh', summary: 'Fresh.', reply: Text }),
  short: endpoint({ ...shared, id: 'catalog.short', path: '/short', summary: 'Short.', reply: Text }),
};
const kept = new MadeReply(Buffer.from(JSON.stringify({ text: long })), {
  'Content-Type': 'application/json; charset=utf-8',
  ETag: 'W/"1"',
});
const served = serve(
  api,
  {
    made: () => Promise.resolve(kept),
    fresh: () => Promise.resolve({ text: long }),
    short: () => Promise.resolve({ text: 'hi' }),
  },
  {
    auth: {
      account: () => Promise.reject(new Error()),
      service: () => Promise.reject(new Error()),
      current: () => Promise.reject(new Error()),
    },
    now: () => new Date(),
  },
);
const app: express.Express = serviceApp({
  routers: [expressRouter(served, { limiters: rateLimiters(), onAnswered: () => undefined })],
  log: createLog({ service: 'test', level: 'silent' }),
});

/** The bytes as they came over the wire. */
const raw = (response: request.Test) =>
  response.buffer().parse((res, done) => {
    const chunks: Buffer[] = [];
    (res as unknown as NodeJS.ReadableStream)
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        done(null, Buffer.concat(chunks));
      });
  });
const ask = (path: string, encodings: string): Promise<Response> =>
  raw(request(app).get(path).set('Accept-Encoding', encodings));

test.each(['/made', '/fresh'])('%s goes out as the asker understands it', async (path) => {
  const plain = await ask(path, 'identity');
  expect(plain.headers).not.toHaveProperty('content-encoding');
  expect(plain.headers['vary']).toContain('Accept-Encoding');

  const brotli = await ask(path, 'br, gzip');
  expect(brotli.headers['content-encoding']).toBe('br');
  const zipped = await ask(path, 'gzip');
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(String(plain.body))).toEqual({ text: long });
  expect(String(decoded(brotli.body as Buffer))).toBe(String(plain.body));
  expect(String(decoded(zipped.body as Buffer))).toBe(String(plain.body));
});

test('a short reply is left as it is', async () => {
  expect((await ask('/short', 'br, gzip')).headers).not.toHaveProperty('content-encoding');
});

test('what is known already is not sent again, compressed or not', async () => {
  const again = await request(app).get('/made').set({ 'If-None-Match': 'W/"1"', 'Accept-Encoding': 'br' });
  expect(again.status).toBe(304);
});

/** Undoes what the wire did, whichever of the two it was. */
function decoded(bytes: Buffer): Buffer {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
  return bytes[0] === 0x7b ? bytes : brotliDecompressSync(bytes);
}
