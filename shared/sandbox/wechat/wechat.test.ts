import type { Server } from 'node:http';
import { closeGracefully, listen, portOf } from '../../kit/process/listen';
import { createWechatSandbox } from './createWechatSandbox';

const app = { appid: 'wx1234', secret: 'app-secret' };
const official = { appid: 'wx5678', secret: 'account-secret' };
let now: Date;
let server: Server;
let url: string;

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  const ignore = () => undefined;
  const sandbox = createWechatSandbox({
    ...app,
    now: () => now,
    log: { info: ignore, warn: ignore, error: ignore },
    official,
    loginsPerMinute: 2,
  });
  server = await listen(sandbox.app, 0, '127.0.0.1');
  url = `http://127.0.0.1:${portOf(server)}`;
});
afterEach(() => closeGracefully(server, { timeoutMs: 200 }));

const wait = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(url + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  });
  return answer.text();
};
const ask = async (path: string, body: unknown) =>
  JSON.parse(await post(path, body)) as Record<string, unknown>;
const control = async (path: string, body: object) =>
  JSON.parse(await post(`/_sandbox${path}`, body, { authorization: `Bearer ${app.secret}` })) as Record<
    string,
    string
  >;
const token = async (more: object = {}) =>
  ask('/cgi-bin/stable_token', { grant_type: 'client_credential', ...app, ...more });
const signIn = async (code: string, given: Record<string, string> = app) => {
  const query = new URLSearchParams({ ...given, js_code: code, grant_type: 'authorization_code' });
  return (await (await fetch(`${url}/sns/jscode2session?${query.toString()}`)).json()) as Record<
    string,
    unknown
  >;
};

describe('signing in', () => {
  it('takes a minted code once', async () => {
    const { code } = await control('/login_codes', { openid: 'o-wang' });
    expect(await signIn(code!)).toMatchObject({
      openid: 'o-wang',
      session_key: expect.stringMatching(/^.{22}==$/),
      unionid: expect.any(String),
    });
    expect(await signIn(code!)).toEqual({ errcode: 40029, errmsg: 'invalid code' });
  });

  it('takes codes that name the person, each once', async () => {
    expect(await signIn('sandbox:demo-shopper-1:n1')).toMatchObject({ openid: 'demo-shopper-1' });
    expect(await signIn('sandbox:demo-shopper-1:n1')).toMatchObject({ errcode: 40029 });
    expect(await signIn('sandbox:demo-shopper-1:n2')).toMatchObject({ openid: 'demo-shopper-1' });
    expect(await signIn('demo-shopper-1')).toMatchObject({ errcode: 40029 });
  });

  it('lets codes run out, knows its app, and slows down who comes too often', async () => {
    const { code } = await control('/login_codes', { openid: 'o-wang' });
    wait(6);
    expect(await signIn(code!)).toMatchObject({ errcode: 40029 });
    expect(await signIn('sandbox:a:1', { ...app, appid: 'wx' })).toMatchObject({ errcode: 40013 });
    expect(await signIn('sandbox:a:1', { ...app, secret: 'x' })).toMatchObject({ errcode: 40125 });
    await signIn('sandbox:a:1');
    await signIn('sandbox:a:2');
    expect(await signIn('sandbox:a:3')).toMatchObject({ errcode: 45011 });
    wait(1);
    expect(await signIn('sandbox:a:4')).toMatchObject({ openid: 'a' });
  });
});

describe('WeChat’s browser', () => {
  const visit = (changes: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      ...{ appid: official.appid, redirect_uri: 'https://shop.example/#/pay?id=1' },
      ...{ response_type: 'code', scope: 'snsapi_base', state: 'abc123', ...changes },
    });
    return fetch(`${url}/connect/oauth2/authorize?${query.toString()}`, { redirect: 'manual' });
  };
  const told = async (code: string, changes: Record<string, string> = {}) => {
    const query = { ...official, code, grant_type: 'authorization_code', ...changes };
    const path = `/sns/oauth2/access_token?${new URLSearchParams(query).toString()}`;
    return (await (await fetch(url + path)).json()) as Record<string, unknown>;
  };

  it('leads back at once with a code, which tells once who uses it', async () => {
    await control('/browser', { openid: 'o-li' });
    const back = new URL((await visit()).headers.get('location')!);
    const code = back.searchParams.get('code')!;
    expect(back.toString()).toBe(`https://shop.example/?code=${code}&state=abc123#/pay?id=1`);
    expect(await told(code, { secret: 'x' })).toMatchObject({ errcode: 40125 });
    expect(await told(code)).toMatchObject({ openid: 'o-li', scope: 'snsapi_base', expires_in: 7200 });
    expect(await told(code)).toMatchObject({ errcode: 40029 });
    expect(await told('x', { appid: app.appid })).toMatchObject({ errcode: 40013 });
  });

  it('leads nobody on who asks wrongly', async () => {
    for (const changes of [
      { appid: app.appid },
      { redirect_uri: 'javascript:alert(1)' },
      { response_type: 'token' },
      { scope: 'snsapi_userinfo' },
      { state: 'a-b' },
    ])
      expect((await visit(changes)).headers.get('location')).toBeNull();
  });
});

describe('access tokens', () => {
  it('stay the same until they run out or are forced', async () => {
    const first = await token();
    expect(first).toMatchObject({ expires_in: 7200 });
    wait(60);
    expect(await token()).toEqual({ ...first, expires_in: 3600 });
    expect((await token({ force_refresh: true }))['access_token']).not.toBe(first['access_token']);
    expect(await token({ grant_type: 'x' })).toMatchObject({ errcode: 40002 });
    expect(await token({ secret: 'x' })).toMatchObject({ errcode: 40125 });
  });

  it('are checked', async () => {
    const phone = (query: string) =>
      ask(`/wxa/business/getuserphonenumber${query}`, { code: 'sandbox-phone:13800000000:1' });
    const { access_token: good } = await token();
    expect(await phone('')).toMatchObject({ errcode: 41001 });
    expect(await phone('?access_token=x')).toMatchObject({ errcode: 40001 });
    await control('/tokens/expire', {});
    expect(await phone(`?access_token=${String(good)}`)).toMatchObject({ errcode: 42001 });
  });
});

describe('with a token', () => {
  const withToken = async (path: string) => `${path}?access_token=${String((await token())['access_token'])}`;

  it('tells a phone number once', async () => {
    const { code } = await control('/phone_codes', { phoneNumber: '13812345678' });
    const path = await withToken('/wxa/business/getuserphonenumber');
    expect(await ask(path, { code })).toMatchObject({
      errcode: 0,
      phone_info: {
        phoneNumber: '13812345678',
        purePhoneNumber: '13812345678',
        countryCode: '86',
        watermark: { appid: app.appid },
      },
    });
    expect(await ask(path, { code })).toMatchObject({ errcode: 40029 });
    expect(await ask(path, { code: 'sandbox-phone:+852-91234567:1' })).toMatchObject({
      phone_info: { phoneNumber: '+85291234567', purePhoneNumber: '91234567', countryCode: '852' },
    });
    expect(await ask(path, 'no json')).toMatchObject({ errcode: 47001 });
  });

  it('sends one message for one consent', async () => {
    const path = await withToken('/cgi-bin/message/subscribe/send');
    const message = {
      touser: 'o-wang',
      template_id: 't-ready',
      page: 'pages/order',
      data: { thing1: { value: '可以取货了' } },
    };
    expect(await ask(path, message)).toMatchObject({ errcode: 43101 });
    await control('/consents', { openid: 'o-wang', templateId: 't-ready' });
    expect(await ask(path, { ...message, data: { thing1: { value: '' } } })).toMatchObject({
      errcode: 47003,
    });
    expect(await post(path, message)).toMatch(/"msgid":2600000000000000001}/);
    expect(await ask(path, message)).toMatchObject({ errcode: 43101 });
    expect(await ask(path, { ...message, touser: undefined })).toMatchObject({ errcode: 40003 });
    expect(await ask(path, { ...message, template_id: undefined })).toMatchObject({ errcode: 40037 });
    const sent = await fetch(`${url}/_sandbox/messages`, {
      headers: { authorization: `Bearer ${app.secret}` },
    });
    expect(await sent.json()).toMatchObject({ messages: [message] });
  });

  it('draws a mini-program code', async () => {
    const path = await withToken('/wxa/getwxacodeunlimit');
    const picture = await fetch(url + path, {
      method: 'POST',
      body: JSON.stringify({ scene: 'p=1', page: 'pages/index', width: 300 }),
    });
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(await ask(path, { scene: 'x'.repeat(33) })).toMatchObject({ errcode: 40129 });
    expect(await ask(path, { scene: 'a', page: '/pages/index' })).toMatchObject({ errcode: 41030 });
    expect(await ask(path, { scene: 'a', width: 10 })).toMatchObject({ errcode: 47001 });
  });
});

it('keeps its controls for who knows the secret', async () => {
  expect((await fetch(`${url}/_sandbox/messages`)).status).toBe(401);
  expect((await fetch(`${url}/other`)).status).toBe(404);
});
