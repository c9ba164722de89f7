import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, portOf } from '../shared/kit/process/listen';
import { type Started, startProgram } from './support/started';

jest.setTimeout(120_000);

const dataDir = mkdtempSync(join(tmpdir(), 'lintuan-start-'));
const programs: Started[] = [];
afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop('SIGKILL')));
  rmSync(dataDir, { recursive: true, force: true });
});

function start(environment: Record<string, string> = {}, ...args: string[]): Started {
  const program = startProgram('services/start.ts', { PORT: '0', DATA_DIR: dataDir, ...environment }, [
    '--no-app',
    ...args,
  ]);
  programs.push(program);
  return program;
}

async function ready(program: Started): Promise<string> {
  const [, url = ''] = await program.said(/is ready: (\S+)/);
  await program.said(/Stop with Ctrl-C/);
  return url.replace('localhost', '127.0.0.1');
}

const post = async (url: string, body: object, token?: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};

type Listed = { items: Record<string, unknown>[] };

/** What somebody with a demo phone finds at `path`. */
async function found(url: string, phone: string, path: string): Promise<Listed['items']> {
  const { body } = await post(`${url}/api/sign-in/phone`, { phone, code: '246810' });
  return listed(url, path, body);
}

/** What somebody who is signed in, or a visitor, finds at `path`. */
async function listed(
  url: string,
  path: string,
  account?: Record<string, unknown>,
): Promise<Listed['items']> {
  const tokens = account?.['tokens'] as { accessToken: string } | undefined;
  const headers: Record<string, string> = tokens ? { Authorization: `Bearer ${tokens.accessToken}` } : {};
  return ((await (await fetch(`${url}/api${path}`, { headers })).json()) as Listed).items;
}

/** Waits until somebody of the demo bought something that everybody can see. */
async function neighboursBuy(url: string): Promise<void> {
  for (;;) {
    const reply = await fetch(`${url}/api/offers?pickupPointId=ppt_001&sort=sold&limit=1`);
    const { items } = (await reply.json()) as { items: { sold: number }[] };
    if (items.some(({ sold }) => sold > 0)) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

test('it starts, signs in the four roles as it says, stops, and keeps what it was told', async () => {
  const first = start();
  const url = await ready(first);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  for (const [role, phone] of [
    ['shopper', '13800000001'],
    ['leader', '13800000002'],
    ['courier', '13800000003'],
  ]) {
    await first.said(new RegExp(`${role!} +phone ${phone!}, code 246810`));
    const reply = await post(`${url}/api/sign-in/phone`, { phone, code: '246810' });
    expect(reply.body['account']).toMatchObject({ roles: expect.arrayContaining([role]) });
  }
  await first.said(/operator +user name operator, password lintuan-demo/);
  const operator = await post(`${url}/api/sign-in/password`, {
    username: 'operator',
    password: 'lintuan-demo',
  });
  expect(operator.body['account']).toMatchObject({ roles: ['shopper', 'operator'] });

  // Last evening and this morning were lived through: everybody finds their work.
  const own = await found(url, '13800000001', '/orders');
  expect(own.map(({ status }) => status).sort()).toEqual(['collected', 'ready']);
  const handOuts = await found(url, '13800000002', '/pickup-points/ppt_001/hand-outs?state=ready');
  expect(handOuts.length).toBeGreaterThan(3);
  expect(await found(url, '13800000003', '/routes/mine?status=under_way')).toHaveLength(1);

  const cities = await listed(url, '/cities');
  const inCity = async (path: string) =>
    listed(url, `${path}?cityId=${String(cities[0]?.['cityId'])}`, operator.body);
  expect((await inCity('/routes')).some(({ warm }) => Number(warm) > 0)).toBe(true);

  await neighboursBuy(url);
  const phone = '13555550001';
  await post(`${url}/api/sign-in/phone-codes`, { phone });
  const [, code] = await first.said(/ending in 0001: the sign-in code is (\d{6})/);
  const newcomer = await post(`${url}/api/sign-in/phone`, { phone, code });
  expect(newcomer.status).toBe(200);
  expect(await first.stop()).toBe(0);
  expect(first.output()).not.toMatch(/"level":"(warn|error|fatal)"/);

  await resetPassword(dataDir);
  const again = start();
  const refreshed = await post(`${await ready(again)}/api/tokens/refresh`, {
    refreshToken: (newcomer.body['tokens'] as unknown as { refreshToken: string }).refreshToken,
  });
  expect(refreshed.status).toBe(200);
  await again.said(/operator +user name operator, with the password that it was given since/);
  const blocked = start();
  expect(await blocked.exited).toBe(1);
  expect(blocked.output()).toMatch(/data folder .* is in use by another running start/);
  expect(await again.stop('SIGTERM')).toBe(0);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toContain('sk_test_');
});

/** Runs `npm run operator:reset-password` on a data folder; answers the new password. */
async function resetPassword(folder: string): Promise<string> {
  const command = startProgram('services/identity/resetOperatorPassword.ts', { DATA_DIR: folder }, []);
  programs.push(command);
  const [, password = ''] = await command.said(/new password of operator is (\S+)[^]*It counts now/);
  expect(await command.exited).toBe(0);
  return password;
}

test('empty, it has one operator whose first password is shown until it was used, and can be made anew', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'lintuan-empty-'));
  const killed = start({ DATA_DIR: empty }, '--no-demo');
  const [, shown] = await killed.said(/user name operator, password (\S+)/);
  await killed.stop('SIGKILL');
  const program = start({ DATA_DIR: empty }, '--no-demo');
  const url = await ready(program);
  const [, password] = await program.said(/user name operator, password (\S+)/);
  expect(password).toBe(shown);
  const first = await post(`${url}/api/sign-in/password`, { username: 'operator', password });
  expect(first.body['account']).toMatchObject({ mustChangePassword: true });
  expect((await post(`${url}/api/sign-in/phone`, { phone: '13800000001', code: '246810' })).status).toBe(401);

  const whileItRuns = await resetPassword(empty);
  const signIn = (of: string, given: unknown) =>
    post(`${of}/api/sign-in/password`, { username: 'operator', password: given });
  expect((await signIn(url, password)).status).toBe(401);
  expect((await signIn(url, whileItRuns)).body['account']).toMatchObject({ mustChangePassword: true });
  expect(await program.stop()).toBe(0);
  const whileItRests = await resetPassword(empty);

  const again = start({ DATA_DIR: empty }, '--no-demo');
  await ready(again);
  expect(again.output()).not.toContain('password');
  expect((await signIn(await ready(again), whileItRests)).status).toBe(200);
  expect(await again.stop()).toBe(0);
  rmSync(empty, { recursive: true, force: true });
});

const deployed = {
  STRIPE_SECRET_KEY: 'sk_test_12345678',
  STRIPE_WEBHOOK_SECRET: 'whsec_1234',
  SMS_URL: 'http://sms.example',
};

test('what cannot work is told in one line', async () => {
  const other = await listen(createServer(), 0);
  const cases: [Record<string, string>, RegExp, ...string[]][] = [
    [{ PORT: String(portOf(other)) }, /^Port \d+ is already in use: .*\n$/],
    [{ DATA_DIR: '/proc/nowhere' }, /^The data folder \/proc\/nowhere cannot be written .*\n$/],
    [{ PORT: 'eighty' }, /^PORT must be a number between 0 and 65535, got "eighty"\n$/],
    [{ STRIPE_SECRET_KEY: 'sk_test_12345678' }, /^STRIPE_WEBHOOK_SECRET is not set: .*\n$/],
    [{}, /^--nonsense is not known: .*\n$/, '--nonsense'],
    [{ ...deployed, NODE_ENV: 'production' }, /^This looks like a real .* -- --no-demo\n$/],
    [{ ...deployed, STRIPE_SECRET_KEY: 'sk_live_12345678' }, /^This looks like a real .*live key.*\n$/],
    [{ ...deployed, NODE_ENV: 'production', SMS_URL: '' }, /^SMS_URL is not set: .*\n$/, '--no-demo'],
    [{ NODE_ENV: 'production', SMS_URL: 'http://sms' }, /^Nobody takes payments: .*\n$/, '--no-demo'],
  ];
  for (const [environment, line, ...args] of cases) {
    const program = start(environment, ...args);
    expect(await program.exited).toBe(1);
    expect(program.output()).toMatch(line);
  }
  const unreachable = start({ MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=300' });
  expect(await unreachable.exited).toBe(1);
  expect(unreachable.output()).toMatch(/MongoDB at .* cannot be reached .*\n$/);
  other.close();
});
