import { createServer } from 'node:http';
import { decodeJwt } from 'jose';
import { listen, portOf } from '#shared/kit/process/listen';
import { identityWorld, type IdentityWorld } from '../../tests/support/identity';

let world: IdentityWorld;
let phoneNumber = 13_600_000_000;
const newPhone = () => String((phoneNumber += 1));

beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.app.close());

const signIn = (phone: string, code: string) => world.post('/sign-in/phone', { phone, code });
const refresh = (refreshToken: string) => world.post('/tokens/refresh', { refreshToken });
const lastCode = () => world.messages.at(-1)!.code;

describe('by phone', () => {
  test('the first sign-in opens an account with a name, the second finds it', async () => {
    const phone = newPhone();
    const first = await world.person(phone);
    world.pass(61);
    const second = await world.person(phone);
    expect(first).toMatchObject({
      opened: true,
      account: {
        displayName: expect.stringMatching(/^邻居\d{4}$/),
        initial: '邻',
        phone,
        roles: ['shopper'],
      },
    });
    expect(second).toMatchObject({ opened: false, account: { accountId: first.account.accountId } });
    expect(decodeJwt(first.tokens.accessToken)).toMatchObject({
      iss: 'lintuan-identity',
      aud: 'lintuan',
      sub: first.account.accountId,
      roles: ['shopper'],
    });
    expect(world.eventTypes()).toContain('identity.account_opened.v1');
  });

  test('two first sign-ins at the same time open one account', async () => {
    const phone = newPhone();
    await world.post('/sign-in/phone-codes', { phone });
    const replies = await Promise.all([signIn(phone, lastCode()), signIn(phone, lastCode())]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(replies.map(({ body }) => body.account.accountId as string)).size).toBe(1);
  });

  test('a code is spent, but a lost reply may be asked for again', async () => {
    const phone = newPhone();
    await world.person(phone);
    expect((await signIn(phone, lastCode())).status).toBe(200);
    world.pass(11);
    expect((await signIn(phone, lastCode())).body.code).toBe('SIGN_IN_CODE_WRONG');
  });

  test('codes are sent once a minute and ten times a day', async () => {
    const phone = newPhone();
    const send = () => world.post('/sign-in/phone-codes', { phone });
    expect([(await send()).status, (await send()).body.code]).toEqual([202, 'TOO_MANY_CODES']);
    const statuses = [];
    for (let n = 0; n < 10; n += 1) {
      world.pass(60);
      statuses.push((await send()).status);
    }
    expect(statuses).toEqual([...Array<number>(9).fill(202), 429]);
    world.pass(86_400);
    expect((await send()).status).toBe(202);
  });

  test('a code expires, and five wrong guesses lock the number even for the right one', async () => {
    const phone = newPhone();
    await world.post('/sign-in/phone-codes', { phone });
    const right = lastCode();
    const wrong = right === '000000' ? '111111' : '000000';
    const guesses = await Promise.all([1, 2, 3, 4, 5].map(() => signIn(phone, wrong)));
    expect(guesses.map(({ body }) => body.code as string)).toEqual(Array(5).fill('SIGN_IN_CODE_WRONG'));
    expect((await signIn(phone, right)).body.code).toBe('SIGN_IN_LOCKED');
    world.pass(61);
    await world.post('/sign-in/phone-codes', { phone });
    expect((await signIn(phone, lastCode())).status).toBe(200);

    world.pass(61);
    await world.post('/sign-in/phone-codes', { phone });
    world.pass(301);
    expect((await signIn(phone, lastCode())).body.code).toBe('SIGN_IN_CODE_WRONG');
  });

  test('one address sends codes to forty phones an hour, however many ask at once, and others go on', async () => {
    const flood = await identityWorld();
    flood.comeFrom('198.51.100.7');
    const send = () => flood.post('/sign-in/phone-codes', { phone: newPhone() });
    const replies = await Promise.all(Array.from({ length: 60 }, send));
    expect(replies.filter(({ status }) => status === 202)).toHaveLength(40);
    flood.comeFrom('198.51.100.8');
    expect((await send()).status).toBe(202);
    flood.pass(3_600);
    flood.comeFrom('198.51.100.7');
    expect((await send()).status).toBe(202);
    await flood.app.close();
  });

  test('whoever guesses is held up, not the owner, and of guesses made at once five pass', async () => {
    const phone = newPhone();
    await world.post('/sign-in/phone-codes', { phone });
    const right = lastCode();
    world.comeFrom('198.51.100.66');
    const wrong = right === '000000' ? '111111' : '000000';
    const guesses = await Promise.all(Array.from({ length: 30 }, () => signIn(phone, wrong)));
    expect(guesses.filter(({ body }) => body.code === 'SIGN_IN_CODE_WRONG')).toHaveLength(5);
    expect(guesses.filter(({ body }) => body.code === 'SIGN_IN_LOCKED')).toHaveLength(25);
    expect((await signIn(phone, right)).body.code).toBe('SIGN_IN_LOCKED');
    world.comeFrom('203.0.113.1');
    expect((await signIn(phone, right)).status).toBe(200);
  });

  test('strangers use up neither the codes of a phone’s owner nor replace the one they wait for', async () => {
    const phone = newPhone();
    const [stranger, owner] = ['198.51.100.67', '203.0.113.1'];
    const send = async (from: string) => {
      world.comeFrom(from);
      return (await world.post('/sign-in/phone-codes', { phone })).status;
    };
    for (let n = 0; n < 10; n += 1) {
      expect(await send(stranger)).toBe(202);
      world.pass(60);
    }
    expect(await send(stranger)).toBe(429);
    expect(await send(owner)).toBe(202);
    const own = lastCode();
    expect(await send('198.51.101.68')).toBe(202);
    world.comeFrom(owner);
    expect((await signIn(phone, own)).status).toBe(200);

    // A flood from many addresses is bounded, and whoever signed in before is not held up by it.
    const replies = [];
    for (let n = 0; n < 40; n += 1) {
      world.pass(600);
      replies.push(await send(`198.51.${n}.99`));
    }
    expect(replies.filter((status) => status === 202).length).toBeLessThanOrEqual(30);
    expect(replies.at(-1)).toBe(429);
    expect(await send(owner)).toBe(202);
    world.comeFrom(owner);
    expect((await signIn(phone, lastCode())).status).toBe(200);
  });

  test('a code asked for on one network signs in on another', async () => {
    const phone = newPhone();
    await world.post('/sign-in/phone-codes', { phone });
    const right = lastCode();
    world.comeFrom('203.0.113.200');
    expect((await signIn(phone, right)).status).toBe(200);
    world.comeFrom('203.0.113.1');
  });

  test('a code that cannot be delivered is no code, and may be asked for again at once', async () => {
    const broken = await identityWorld({ codes: () => Promise.reject(new Error('no signal')) });
    const send = () => broken.post('/sign-in/phone-codes', { phone: newPhone() });
    expect([(await send()).body.code, (await send()).body.code]).toEqual(
      Array(2).fill('SERVICE_UNAVAILABLE'),
    );
    await broken.app.close();
  });

  test('the demo code signs in accounts of the demo only', async () => {
    await world.seedDemo();
    await world.seedDemo();
    expect((await signIn('13800000002', '246810')).body.account).toMatchObject({
      accountId: 'acc_leader001',
      roles: ['shopper', 'leader'],
    });
    const own = newPhone();
    await world.person(own);
    expect((await signIn(own, '246810')).body.code).toBe('SIGN_IN_CODE_WRONG');
  });
});

describe('refresh tokens', () => {
  test('each is exchanged once; a retry after a lost reply gets the same successor', async () => {
    const { tokens } = await world.person(newPhone());
    const [one, two] = await Promise.all([refresh(tokens.refreshToken), refresh(tokens.refreshToken)]);
    world.pass(9);
    const three = await refresh(tokens.refreshToken);
    expect(one.body.refreshToken).not.toBe(tokens.refreshToken);
    expect([two.body.refreshToken, three.body.refreshToken]).toEqual(Array(2).fill(one.body.refreshToken));
    expect((await refresh(one.body.refreshToken as string)).status).toBe(200);
  });

  test('an old token ends the session for whoever has the new one', async () => {
    const { tokens } = await world.person(newPhone());
    const { body } = await refresh(tokens.refreshToken);
    world.pass(11);
    expect((await refresh(tokens.refreshToken)).body.code).toBe('REFRESH_TOKEN_REFUSED');
    expect((await refresh(body.refreshToken as string)).body.code).toBe('REFRESH_TOKEN_REFUSED');
  });

  test('a guess ends nothing', async () => {
    const { tokens } = await world.person(newPhone());
    const [session] = tokens.refreshToken.split('.');
    for (const guess of [`${session!}.guess.guess`, 'x', `${session!}.a`, 'ses_none.a.b'])
      expect((await refresh(guess)).body.code).toBe('REFRESH_TOKEN_REFUSED');
    expect((await refresh(tokens.refreshToken)).status).toBe(200);
  });

  test('nothing that is stored can be used as a token', async () => {
    const { tokens } = await world.person(newPhone());
    const stored = JSON.stringify(await world.connection.collection('sessions').find().toArray());
    expect(stored).not.toContain(tokens.refreshToken.split('.')[1]);
  });

  test('signing out ends this session, signing out everywhere all of them', async () => {
    const phone = newPhone();
    const sessions = [await world.person(phone)];
    for (let n = 0; n < 2; n += 1) {
      world.pass(61);
      sessions.push(await world.person(phone));
    }
    const [a, b, c] = sessions.map(({ tokens }) => tokens);
    expect((await world.post('/sign-out', {}, a!.accessToken)).status).toBe(204);
    expect((await world.get('/me', a!.accessToken)).body.code).toBe('TOKEN_EXPIRED');
    expect((await refresh(a!.refreshToken)).status).toBe(401);
    expect((await world.post('/sign-out/everywhere', {}, b!.accessToken)).body).toEqual({ sessionsEnded: 2 });
    expect((await refresh(c!.refreshToken)).status).toBe(401);
  });

  test('access tokens live ten minutes, sessions sixty days without use', async () => {
    const { tokens } = await world.person(newPhone());
    world.pass(601);
    expect((await world.get('/me', tokens.accessToken)).body.code).toBe('TOKEN_EXPIRED');
    world.pass(61 * 86_400);
    expect((await refresh(tokens.refreshToken)).body.code).toBe('REFRESH_TOKEN_REFUSED');
  });
});

describe('by password', () => {
  const withPassword = (username: string, password: string) =>
    world.post('/sign-in/password', { username, password });

  test('a first password opens nothing but its own change', async () => {
    expect(await world.app.ensureFirstOperator()).toBeUndefined();
    const fresh = await identityWorld();
    const { username, firstPassword } = (await fresh.app.ensureFirstOperator())!;
    const first = await fresh.post('/sign-in/password', { username, password: firstPassword });
    expect(first.body.account).toMatchObject({ mustChangePassword: true });
    expect((await fresh.get('/accounts', first.body.tokens.accessToken as string)).body.code).toBe(
      'NOT_ALLOWED',
    );
    const change = { currentPassword: firstPassword, newPassword: 'second password' };
    const simple = { ...change, newPassword: ' '.repeat(12) };
    const token = first.body.tokens.accessToken as string;
    expect((await fresh.post('/me/password', simple, token)).body.code).toBe('PASSWORD_TOO_SIMPLE');
    const { tokens } = (await fresh.post('/me/password', change, token)).body;
    expect((await fresh.get('/accounts', tokens.accessToken as string)).status).toBe(200);
    expect(
      (await fresh.post('/tokens/refresh', { refreshToken: first.body.tokens.refreshToken })).status,
    ).toBe(401);
    await fresh.app.close();
  });

  test('a first password that nobody has used is shown again, the same by every process', async () => {
    const one = await identityWorld();
    const shown = await Promise.all([1, 2, 3].map(() => one.app.ensureFirstOperator()));
    const [first] = shown;
    expect(shown).toEqual(Array(3).fill(first));
    expect(await one.app.ensureFirstOperator()).toEqual(first);
    const signedIn = await one.post('/sign-in/password', {
      username: first!.username,
      password: first!.firstPassword,
    });
    expect(signedIn.status).toBe(200);
    expect(await one.app.ensureFirstOperator()).toBeUndefined();
    const stored = JSON.stringify(await one.connection.collection('accounts').find().toArray());
    expect(stored).not.toContain(first!.firstPassword);
    await one.app.close();
  });

  test('on the data of a demo a real deployment has an operator of its own, and nobody of the demo gets in', async () => {
    const real = await identityWorld({ demoCode: undefined });
    await real.seedDemo();
    const first = await real.app.ensureFirstOperator();
    expect(first).toMatchObject({ username: 'operator2' });
    const tries = await Promise.all([
      real.post('/sign-in/password', { username: 'operator', password: 'lintuan-demo' }),
      real.post('/sign-in/phone', { phone: '13800000001', code: '246810' }),
      real.person('13800000002'),
    ]);
    expect(tries.map((reply) => ('body' in reply ? (reply.body as { code: string }).code : reply))).toEqual([
      'ACCOUNT_CLOSED',
      'SIGN_IN_CODE_WRONG',
      expect.objectContaining({ code: 'ACCOUNT_CLOSED' }),
    ]);
    await real.app.close();
  });

  test('a wrong password and an unknown name look the same, and both lock', async () => {
    for (const name of ['operator', 'nobody']) {
      for (let n = 0; n < 5; n += 1)
        expect((await withPassword(name, 'wrong')).body.code).toBe('PASSWORD_WRONG');
      expect((await withPassword(name, 'lintuan-demo')).body.code).toBe('SIGN_IN_LOCKED');
    }
    world.pass(31);
    expect((await withPassword('operator', 'lintuan-demo')).body.account.roles).toContain('operator');
  });
});

describe('by WeChat', () => {
  const replies: Record<string, object> = {
    '/sns/jscode2session?good': { openid: 'openid1', session_key: 'never leaves' },
    '/sns/jscode2session?bad': { errcode: 40029, errmsg: 'invalid code' },
    '/sns/jscode2session?busy': { errcode: -1, errmsg: 'system error' },
    '/cgi-bin/stable_token?': { access_token: 'token', expires_in: 7200 },
    '/wxa/business/getuserphonenumber?': {
      phone_info: { purePhoneNumber: '13912345678', countryCode: '86' },
    },
  };
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://x');
    res.end(JSON.stringify(replies[`${pathname}?${searchParams.get('js_code') ?? ''}`]));
  });
  let wechat: IdentityWorld;
  beforeAll(async () => {
    const apiUrl = `http://127.0.0.1:${portOf(await listen(server, 0, '127.0.0.1'))}`;
    wechat = await identityWorld({ wechat: { apiUrl, appId: 'wx1', appSecret: 's' } });
  });
  afterAll(async () => {
    server.close();
    await wechat.app.close();
  });
  const withCode = (code: string, phoneCode?: string) => wechat.post('/sign-in/wechat', { code, phoneCode });

  test('the phone number that WeChat vouches for finds the account', async () => {
    const { account } = await wechat.person('13912345678');
    const reply = await withCode('good', 'phone');
    expect(reply.body).toMatchObject({
      opened: false,
      account: { accountId: account.accountId, wechat: true },
    });
    expect((await withCode('good')).body.account.accountId).toBe(account.accountId);
    expect(JSON.stringify(reply.body)).not.toContain('never leaves');
  });

  test('a refused code and a WeChat that is down are told apart', async () => {
    expect((await withCode('bad')).body.code).toBe('WECHAT_CODE_REFUSED');
    expect((await withCode('busy')).body.code).toBe('SERVICE_UNAVAILABLE');
    expect((await world.post('/sign-in/wechat', { code: 'good' })).body.code).toBe('SERVICE_UNAVAILABLE');
  });

  describe('whose wallet opens', () => {
    const openidOf = async (accountId: string, loginCode?: string) => {
      const path = `/internal/accounts/${accountId}/wechat-openid`;
      const reply = await wechat.post(path, { loginCode }).set('Authorization', 'Service token');
      return [reply.status, reply.body.openid ?? reply.body.code] as unknown[];
    };
    const signedIn = async () => (await withCode('good')).body.account.accountId as string;
    const byPhone = async () => (await wechat.person(newPhone())).account.accountId;

    test('is known of who signed in by WeChat, and else by a login code', async () => {
      const [, known] = await openidOf(await signedIn());
      expect(known).toBe('openid1');
      const phone = await byPhone();
      expect(await openidOf(phone)).toEqual([200, undefined]);
      expect(await openidOf(phone, 'good')).toEqual([200, known]);
      expect(await openidOf(phone)).toEqual([200, undefined]);
    });

    test('is what the account knows where a code is of no use, and nobody’s where there is no account', async () => {
      const account = await signedIn();
      expect(await openidOf(account, 'bad')).toEqual(await openidOf(account));
      expect(await openidOf(await byPhone(), 'bad')).toEqual([200, undefined]);
      expect(await openidOf('acc_nobody')).toEqual([200, undefined]);
      expect(await openidOf(account, 'busy')).toEqual([503, 'SERVICE_UNAVAILABLE']);
    });
  });
});
