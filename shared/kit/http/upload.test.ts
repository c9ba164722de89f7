import request from 'supertest';
import { endpoint } from '../../contracts/endpoint';
import { z } from '../../contracts/zod';
import { rawConnection } from '../../../tests/support/rawConnection';
import { createLog } from '../log/log';
import { closeGracefully, listen, portOf } from '../process/listen';
import { expressRouter } from './expressRouter';
import { serve } from './operation';
import { rateLimiters } from './rateLimits';
import { serviceApp } from './serviceApp';

const api = {
  take: endpoint({
    id: 'test.take',
    service: 'orders',
    method: 'post',
    idempotency: 'stored',
    path: '/files',
    access: 'public',
    summary: 'Takes a file.',
    upload: { maxBytes: 1_000 },
    reply: z.object({ name: z.string(), bytes: z.int() }),
    status: 201,
  }),
};
const nobody = () => Promise.reject(new Error('nobody signs in here'));
const served = serve(
  api,
  {
    take: ({ file, key }) =>
      Promise.resolve({ name: key.newId('pho', file.name) && file.name, bytes: file.bytes.length }),
  },
  { auth: { account: nobody, service: nobody, current: nobody }, now: () => new Date() },
);
const app = serviceApp({
  routers: [expressRouter(served, { limiters: rateLimiters(), onAnswered: () => undefined })],
  log: createLog({ service: 'test', level: 'silent' }),
});

const file = (name: string, content = 'bytes', field = 'file') =>
  `--edge\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n${content}\r\n`;
const send = (body: string | Buffer, type = 'multipart/form-data; boundary=edge') =>
  request(app).post('/files').set('Content-Type', type).send(body);

test('a whole form with one file is taken, whatever the file is called', async () => {
  for (const name of ['photo.jpg', '照片.jpg', 'a'.repeat(2_000), 'a b/../c', "x'; DROP", 'x\u202egpj.exe']) {
    const reply = await send(`${file(name)}--edge--\r\n`);
    expect([reply.status, reply.body.bytes]).toEqual([201, 5]);
  }
});

const whole = `${file('a.jpg')}--edge--\r\n`;

const broken: readonly (readonly [string, string, string?])[] = [
  ['no boundary', whole, 'multipart/form-data'],
  ['an empty boundary', whole, 'multipart/form-data; boundary='],
  ['another boundary', whole, 'multipart/form-data; boundary=other'],
  ['a boundary of 10 kB', whole, `multipart/form-data; boundary=${'x'.repeat(10_000)}`],
  ['nothing at all', ''],
  ['only an end', '--edge--\r\n'],
  ['an end that is missing', file('a.jpg')],
  ['a file that is cut off', file('a.jpg').slice(0, -4)],
  ['a head that is cut off', file('a.jpg').slice(0, 40)],
  ['a head without an end', `--edge\r\nContent-Disposition: form-data; name="file"\r\n`],
  ['a head that is nonsense', `--edge\r\n\0\0\0\r\n\r\nbytes\r\n--edge--\r\n`],
  ['a NUL in the name', `${file('a\0.jpg')}--edge--\r\n`],
  ['a name of 200 kB', `${file('a'.repeat(200_000))}--edge--\r\n`],
  ['a head of 200 kB', `--edge\r\nX-Long: ${'a'.repeat(200_000)}\r\n\r\nbytes\r\n--edge--\r\n`],
  ['a file in another field', `${file('a.jpg', 'bytes', 'other')}--edge--\r\n`],
  ['two files', `${file('a.jpg')}${file('b.jpg')}--edge--\r\n`],
  ['a field of text', '--edge\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--edge--\r\n'],
  ['a field called __proto__', `${file('a.jpg', 'bytes', '__proto__')}--edge--\r\n`],
  [
    'a name in a broken encoding',
    `--edge\r\nContent-Disposition: form-data; name="file"; filename*=utf-8''%E0%A4%A\r\n\r\nbytes\r\n--edge`,
  ],
  ['another kind of multipart', whole, 'multipart/mixed; boundary=edge'],
  ['a form of another kind', 'file=bytes', 'application/x-www-form-urlencoded'],
  ['JSON', '{"file":"bytes"}', 'application/json'],
];

test.each(broken.map(([what, body, type]) => ({ what, body, type })))(
  '$what is malformed, never a fault of ours',
  async ({ body, type }) => {
    const reply = await send(body, type);
    expect([reply.status, reply.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  },
);

test('a file that is too large has its own refusal', async () => {
  const reply = await send(`${file('a.jpg', 'x'.repeat(2_000))}--edge--\r\n`);
  expect([reply.status, reply.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
});

test('a phone that goes away in the middle of its photo leaves nothing behind', async () => {
  const server = await listen(app, 0, '127.0.0.1');
  const phone = await rawConnection(portOf(server));
  phone.write(
    'POST /files HTTP/1.1',
    'Host: test',
    'Content-Type: multipart/form-data; boundary=edge',
    'Content-Length: 900',
    '',
    file('a.jpg').slice(0, -4),
  );
  await new Promise((resolve) => server.once('request', resolve));
  phone.close();
  expect(await closeGracefully(server, { timeoutMs: 5_000 })).toBe(true);
});
