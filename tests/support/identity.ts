import request from 'supertest';
import { createMetrics } from '../../shared/kit/metrics/metrics';
import { createIdentityApp, type IdentityAppDeps } from '../../services/identity/app';
import { seedIdentityDemo } from '../../services/identity/demo/seed';
import { testDatabase } from './database';
import { recordingBus } from './recordingBus';

type SignedInReply = {
  tokens: { accessToken: string; refreshToken: string };
  account: { accountId: string };
};

/** Identity on a database of its own, with a clock, text messages and events that the test looks at. */
export async function identityWorld(overrides: Partial<IdentityAppDeps> = {}) {
  const { connection } = await testDatabase('identity');
  let at = new Date('2026-03-01T08:00:00.000Z');
  const now = () => at;
  const { own, events, log } = recordingBus(now);
  const messages: { phone: string; code: string }[] = [];
  const deps: IdentityAppDeps = {
    mongo: connection,
    bus: own,
    call: () => Promise.reject(new Error('identity asks nobody')),
    auth: {
      account: () => Promise.reject(new Error('identity verifies its own tokens')),
      service: () => Promise.resolve({ kind: 'service', service: 'orders' }),
      current: () => Promise.reject(new Error('identity looks by itself')),
    },
    now,
    log,
    metrics: createMetrics('identity'),
    wechat: { apiUrl: 'http://127.0.0.1:9', appId: 'wx1', appSecret: 'secret' },
    codes: (phone, code) => {
      messages.push({ phone, code });
      return Promise.resolve();
    },
    demoCode: '246810',
    ...overrides,
  };
  const app = await createIdentityApp(deps);
  await app.start();
  const http = request(app.express);
  let from = '203.0.113.1';

  const world = {
    app,
    deps,
    connection,
    events,
    messages,
    http,
    pass: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1000);
    },
    eventTypes: () => events.map(({ type }) => type),
    post: (path: string, body: object, token?: string, key?: string) =>
      authorised(http.post(path).set('X-Forwarded-For', from).send(body), token, key),
    /** Requests come from this address from now on. */
    comeFrom: (address: string) => {
      from = address;
    },
    get: (path: string, token?: string) => authorised(http.get(path), token),
    put: (path: string, body: object, token?: string) => authorised(http.put(path).send(body), token),
    patch: (path: string, body: object, token?: string) => authorised(http.patch(path).send(body), token),
    delete: (path: string, token?: string) => authorised(http.delete(path), token),
    seedDemo: () => seedIdentityDemo(connection, now()),
    /** A new person with this phone, signed in. */
    async person(phone: string): Promise<SignedInReply> {
      await world.post('/sign-in/phone-codes', { phone });
      const { code } = messages.findLast((message) => message.phone === phone) ?? { code: '' };
      const reply = await world.post('/sign-in/phone', { phone, code });
      return reply.body as SignedInReply;
    },
    /** The first operator, password changed, signed in. */
    async operator(): Promise<SignedInReply> {
      const { username = '', firstPassword: password = '' } = (await app.ensureFirstOperator()) ?? {};
      const first = await world.post('/sign-in/password', { username, password });
      const { tokens } = first.body as SignedInReply;
      const changed = await world.post(
        '/me/password',
        { currentPassword: password, newPassword: 'second password' },
        tokens.accessToken,
      );
      return changed.body as SignedInReply;
    },
  };
  return world;
}

export type IdentityWorld = Awaited<ReturnType<typeof identityWorld>>;

function authorised(test: request.Test, token?: string, key?: string): request.Test {
  if (token !== undefined) void test.set('Authorization', `Bearer ${token}`);
  if (key !== undefined) void test.set('Idempotency-Key', key);
  return test;
}
