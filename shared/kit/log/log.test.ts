import fc from 'fast-check';
import pinoHttp from 'pino-http';
import request from 'supertest';
import { createServer } from 'node:http';
import { currentCorrelationId, withCorrelation } from './correlation';
import { createLog } from './log';

function logged() {
  const lines: string[] = [];
  const log = createLog({
    service: 'orders',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  return {
    log,
    text: () => lines.join(''),
    last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
  };
}

test('a line names service, level, time and what the caller gave', () => {
  const { log, last } = logged();
  log.info({ orderId: 'o1' }, 'placed');
  expect(last()).toEqual({
    level: 'info',
    time: expect.any(String),
    service: 'orders',
    orderId: 'o1',
    msg: 'placed',
  });
});

test('below the level nothing is written', () => {
  const { log, text } = logged();
  log.debug('detail');
  expect(text()).toBe('');
});

test('an error is written with message, stack and cause, whatever it is called', () => {
  const { log, last } = logged();
  const error = new Error('the pump broke', { cause: new TypeError('no water') });
  const told = { message: 'the pump broke: no water', stack: expect.stringContaining('no water') };
  log.error({ error, reason: error, err: error, all: [error, error] }, 'failed');
  expect(last()).toMatchObject({ error: told, reason: told, err: told, all: [told, told] });
  log.error(error);
  expect(last()).toMatchObject({ err: told });
});

test('the correlation id follows what is awaited, and only that', async () => {
  const { log, last } = logged();
  await withCorrelation('request-1', async () => {
    await Promise.resolve();
    log.info('inside');
    expect(currentCorrelationId()).toBe('request-1');
  });
  expect(last()).toMatchObject({ correlationId: 'request-1' });
  log.info('outside');
  expect(last()).not.toHaveProperty('correlationId');
});

const secret = 'Vq7-s3cr3t.v4lue';

test.each([
  { authorization: `Bearer ${secret}` },
  { req: { headers: { cookie: `session=${secret}`, 'set-cookie': [secret, secret] } } },
  { body: { account: { Password: secret, passwordHash: secret } } },
  { deep: [{ refreshToken: secret }, { tokens: [secret] }] },
  { client_secret: secret, clientSecret: secret, 'X-Api-Key': secret },
  { code: '482913', js_code: secret, pickupCode: secret, session_key: secret },
  { otp: 482_913 },
  { url: `https://api.example.com/sns/jscode2session?appid=1&secret=${secret}&js_code=${secret}` },
  { uri: `mongodb://lintuan:${secret}@db.example.com/orders` },
  { err: new Error(`401 for Authorization: Bearer ${secret}`) },
  { note: 'key sk_live_Vq7s3cr3tv4lue and whsec_Vq7s3cr3tv4lue' },
  { note: 'pi_3Nabc_secret_Vq7s3cr3tv4lue' },
  { note: 'eyJhbGciOiJIUzI1NiJ9.Vq7s3cr3tv4lue.Vq7s3cr3tv4lue' },
])('no secret gets out: %j', (fields) => {
  const { log, text, last } = logged();
  log.info(fields, 'something happened');
  expect(last()['msg']).toBe('something happened');
  expect(text()).not.toMatch(/s3cr3t|482.?913/);
});

test('secrets in messages and in child loggers do not get out either', () => {
  const { log, text } = logged();
  log.child({ password: secret }).info(`signed in with Bearer ${secret}`);
  expect(text()).toContain('[hidden]');
  expect(text()).not.toContain('s3cr3t');
});

test('phone numbers are masked, other numbers are left', () => {
  const { log, last } = logged();
  log.info({
    phone: '13812345678',
    mobile: '+8613812345678',
    note: 'call 138-1234-5678, 010-65551234-801 or +852 9123 4567',
    telephone: '010-65551234-801',
    amount: 13_812_345_678,
    at: 1_780_000_000_000,
  });
  expect(last()).toMatchObject({
    phone: '138****5678',
    mobile: '+86138****5678',
    note: 'call 138****5678, 010****1234-801 or +852****4567',
    telephone: '010****1234',
    amount: 13_812_345_678,
    at: 1_780_000_000_000,
  });
});

test('codes of errors stay readable', () => {
  const { log, last } = logged();
  const codes = ['ECONNREFUSED', 'OFFER_SOLD_OUT', 'card_declined', 11_000];
  log.info({ errors: codes.map((code) => ({ code })) });
  expect(last()['errors']).toEqual(codes.map((code) => ({ code })));
});

test('whatever is logged, each line is one JSON object, and a password in it is hidden', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, message) => {
      const { log, text } = logged();
      log.info({ value, credentials: { password: secret } }, message.replaceAll('%', ''));
      const [line, rest] = text().split('\n');
      expect(JSON.parse(line!)).toMatchObject({ credentials: { password: '[hidden]' } });
      expect(rest).toBe('');
    }),
  );
});

test('the headers of logged requests keep their secrets', async () => {
  const { log, text } = logged();
  const server = createServer((req, res) => {
    pinoHttp({ logger: log })(req, res);
    res.setHeader('set-cookie', `refresh=${secret}`).end();
  });
  await request(server)
    .get(`/orders?token=${secret}`)
    .set('authorization', `Bearer ${secret}`)
    .set('cookie', `a=${secret}`);
  expect(text()).toContain('request completed');
  expect(text()).not.toContain('s3cr3t');
});
