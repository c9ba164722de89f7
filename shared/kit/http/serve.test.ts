import request from 'supertest';
import { endpoint } from '../../contracts/endpoint';
import { AccountId, SessionId } from '../../contracts/ids';
import { z } from '../../contracts/zod';
import { Refused } from '../domainError';
import { createLog } from '../log/log';
import { type Authenticator } from './authenticate';
import { type Answered, expressRouter } from './expressRouter';
import { MadeReply } from './handler';
import { serve } from './operation';
import { rateLimiters } from './rateLimits';
import { serviceApp } from './serviceApp';
import { until } from '../../../tests/support/until';

const api = {
  greet: endpoint({
    id: 'test.greet',
    service: 'orders',
    method: 'post',
    idempotency: 'stored',
    path: '/greetings/:name',
    access: ['leader'],
    summary: 'Greets.',
    params: z.strictObject({ name: z.string().max(5) }),
    body: z.strictObject({ times: z.int().min(1) }),
    reply: z.object({ text: z.string() }),
    status: 201,
  }),
  picture: endpoint({
    id: 'test.picture',
    service: 'orders',
    method: 'get',
    path: '/picture',
    access: 'public',
    summary: 'A picture.',
  }),
  crowd: endpoint({
    id: 'test.crowd',
    service: 'orders',
    method: 'get',
    path: '/crowd',
    access: 'public',
    summary: 'What everybody looks at.',
    query: z.strictObject({ page: z.string() }),
  }),
  own: endpoint({
    id: 'test.own',
    service: 'orders',
    method: 'get',
    path: '/own',
    access: 'signedIn',
    summary: 'What is mine.',
  }),
  inside: endpoint({
    id: 'test.inside',
    service: 'orders',
    method: 'get',
    path: '/inside',
    access: 'internal',
    summary: 'For services.',
  }),
  break: endpoint({
    id: 'test.break',
    service: 'orders',
    method: 'get',
    path: '/break',
    access: 'public',
    summary: 'Breaks.',
  }),
  guess: endpoint({
    id: 'test.guess',
    service: 'orders',
    method: 'post',
    idempotency: 'stored',
    path: '/guess',
    access: 'public',
    summary: 'Guesses.',
    limits: [{ per: 'address', max: 2, windowSeconds: 60, countOnly: 'refusals' }],
  }),
  pay: endpoint({
    id: 'test.pay',
    service: 'orders',
    method: 'post',
    path: '/pay',
    access: ['leader', 'operator'],
    rights: 'fresh',
    summary: 'Moves money.',
    idempotency: 'natural',
  }),
};

const auth: Authenticator = {
  account: (token) =>
    token === 'expired'
      ? Promise.reject(new Refused('TOKEN_EXPIRED'))
      : Promise.resolve({
          kind: 'account',
          accountId: AccountId.parse('acc_1'),
          sessionId: SessionId.parse('ses_1'),
          roles: token === 'leader' || token === 'operator' ? ['shopper', token] : ['shopper'],
        }),
  service: () => Promise.resolve({ kind: 'service', service: 'catalog' }),
  current: (caller) => stored(caller),
};
/** What identity has stored of the caller. */
let stored: Authenticator['current'] = (caller) => Promise.resolve(caller);

/** Operations that were counted as answered. */
const answered: string[] = [];
const madeFor = (who: string, standsMs = 60_000) =>
  Promise.resolve(
    new MadeReply(Buffer.from(who), { 'Content-Type': 'text/plain', ETag: '"1"' }, { standsMs }),
  );

const logged: string[] = [];

function app() {
  const destination = { write: (line: string) => void logged.push(line) };
  const log = createLog({ service: 'test', level: 'error', destination });
  let made = 0;
  const served = serve(
    api,
    {
      greet: ({ params, body }) =>
        Promise.resolve({ text: `${params.name} ×${body.times}`, secret: 'not in the contract' }),
      picture: () =>
        Promise.resolve(new MadeReply(Buffer.from('png'), { 'Content-Type': 'image/png', ETag: '"1"' })),
      crowd: ({ query }) => madeFor(`${query.page} ${(made += 1)}`, query.page === 'brief' ? 20 : undefined),
      own: ({ caller }) => madeFor(`${caller.accountId} ${(made += 1)}`),
      inside: () => Promise.resolve(undefined),
      break: () => Promise.reject(new Error('password=hunter2')),
      guess: () => Promise.reject(new Refused('SIGN_IN_CODE_WRONG')),
      pay: () => Promise.resolve(undefined),
    },
    { auth, now: () => new Date() },
  );
  const onAnswered = ({ operation }: Answered) => answered.push(operation);
  const router = expressRouter(served, { limiters: rateLimiters(), onAnswered });
  return request(serviceApp({ routers: [router], log }));
}

const greet = (name = 'Mei', token = 'leader') =>
  app().post(`/greetings/${name}`).set('Authorization', `Bearer ${token}`);

test('an allowed, well-formed request gets exactly what the contract promises', async () => {
  const reply = await greet().send({ times: 2 });
  expect([reply.status, reply.body]).toEqual([201, { text: 'Mei ×2' }]);
});

test.each([
  ['an unknown field', { times: 2, price: 1 }],
  ['an operator in place of a value', { times: { $gt: 0 } }],
  ['no body', undefined],
  ['a list', [1]],
])('%s is malformed', async (_, body) => {
  const reply = await greet().send(body);
  expect([reply.status, reply.type, reply.body.code]).toEqual([
    400,
    'application/problem+json',
    'MALFORMED_REQUEST',
  ]);
});

test('broken JSON, another media type and a huge body have their own refusals', async () => {
  const send = (type: string, body: string) => greet().set('Content-Type', type).send(body);
  expect((await send('application/json', '{')).body.code).toBe('MALFORMED_REQUEST');
  expect((await send('text/plain', 'times=2')).body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  expect((await send('application/json', JSON.stringify({ times: 'x'.repeat(70_000) }))).body.code).toBe(
    'BODY_TOO_LARGE',
  );
});

test('an address that cannot be decoded and one that does not exist are refused, not broken', async () => {
  expect((await greet('%E0%A4%A').send({ times: 1 })).status).toBe(400);
  expect((await app().get('/nowhere')).body.code).toBe('NOT_FOUND');
});

test('who may not call is told so before the body is looked at', async () => {
  expect((await app().post('/greetings/Mei').send('{')).body.code).toBe('NOT_SIGNED_IN');
  expect((await greet('Mei', 'shopper').send({ nonsense: 1 })).body.code).toBe('NOT_ALLOWED');
  expect((await greet('Mei', 'expired').send({})).body.code).toBe('TOKEN_EXPIRED');
});

test('operations between services do not exist for people', async () => {
  expect((await app().get('/inside')).status).toBe(401);
  expect((await app().get('/inside').set('Authorization', 'Bearer leader')).status).toBe(404);
  expect((await app().get('/inside').set('Authorization', 'Service x')).status).toBe(204);
});

test('a bug says nothing about itself to the caller, and all to the log', async () => {
  logged.length = 0;
  const reply = await app().get('/break').set('X-Correlation-Id', 'trace-me-1');
  expect([reply.status, reply.body.code, reply.body.instance]).toEqual([500, 'INTERNAL', 'trace-me-1']);
  expect(reply.text).not.toContain('hunter2');
  expect(JSON.parse(logged[0] ?? '{}')).toMatchObject({
    correlationId: 'trace-me-1',
    err: { message: expect.stringContaining('password'), stack: expect.stringContaining('serve.test.ts') },
  });
});

test('bytes made in advance answer 304 to who has them', async () => {
  expect((await app().get('/picture')).body).toEqual(Buffer.from('png'));
  expect((await app().get('/picture').set('If-None-Match', 'W/"0", "1"')).status).toBe(304);
});

test('a reply that stands goes out again to whoever asks for the same address, until its time is over', async () => {
  const client = app();
  const look = async (path: string) => (await client.get(path)).text;
  expect(await Promise.all([look('/crowd?page=1'), look('/crowd?page=2')])).toEqual(['1 1', '2 2']);
  answered.length = 0;
  expect(await look('/crowd?page=1')).toBe('1 1');
  expect(answered).toEqual(['test.crowd']);
  expect((await client.get('/crowd?page=1').set('If-None-Match', '"1"')).status).toBe(304);
  expect(await look('/crowd?page=brief')).toBe('brief 3');
  await until(async () => (await look('/crowd?page=brief')) !== 'brief 3');
});

test('what belongs to somebody is made for each who asks, and refused to others', async () => {
  const client = app();
  const mine = async () => (await client.get('/own').set('Authorization', 'Bearer leader')).text;
  expect([await mine(), await mine()]).toEqual(['acc_1 1', 'acc_1 2']);
  expect((await client.get('/own')).status).toBe(401);
});

test('guessing is limited', async () => {
  const client = app();
  const codes = [];
  for (let guess = 0; guess < 3; guess += 1) codes.push((await client.post('/guess')).status);
  expect(codes).toEqual([401, 401, 429]);
});

describe('rights that move money', () => {
  const pay = async (token: string) =>
    (await app().post('/pay').set('Authorization', `Bearer ${token}`)).body as { code?: string };
  const away = () => Promise.reject(new Refused('SERVICE_UNAVAILABLE'));

  test.each<[string, Authenticator['current'], string, string | undefined]>([
    ['an operator still', (caller) => Promise.resolve(caller), 'operator', undefined],
    [
      'one no more',
      (caller) => Promise.resolve({ ...caller, roles: ['shopper'] }),
      'operator',
      'NOT_ALLOWED',
    ],
    ['one while identity is away', away, 'operator', 'SERVICE_UNAVAILABLE'],
    ['a leader while identity is away', away, 'leader', undefined],
  ])('%s', async (_, current, token, code) => {
    stored = current;
    expect((await pay(token)).code).toBe(code);
  });
});
