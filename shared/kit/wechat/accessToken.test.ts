import { type WechatFailure } from '../../sandbox/wechat/errors';
import { createTokens } from '../../sandbox/wechat/tokens';
import { errcodeOf, NoAccessToken, postWithToken } from './accessToken';

/** WeChat's tokens, whose clock the test moves, and what was posted with them. */
function wechat() {
  let at = Date.parse('2026-03-01T10:00:00Z');
  let made = 0;
  let issued = 0;
  const now = () => new Date(at);
  const tokens = createTokens(now, () => `token-${++made}`);
  const post = (path: string, body: object): Promise<unknown> => {
    if (path === '/cgi-bin/stable_token') {
      issued += 1;
      return Promise.resolve(
        'secret' in body && body.secret === 'right' ? tokens.issue(false) : { errcode: 40125 },
      );
    }
    try {
      tokens.check(new URL(path, 'http://wechat').searchParams.get('access_token'));
      return Promise.resolve({ errcode: 0, body });
    } catch (error) {
      return Promise.resolve({ errcode: (error as WechatFailure).errcode });
    }
  };
  const client = (appSecret = 'right') => postWithToken({ appId: 'wx1', appSecret }, post, now);
  return {
    tokens,
    client,
    pass: (ms: number) => (at += ms),
    issued: () => issued,
  };
}

test('one token serves until shortly before its end', async () => {
  const on = wechat();
  const post = on.client();
  for (const body of [{ n: 1 }, { n: 2 }]) expect(await post('/wxa/x', body)).toEqual({ errcode: 0, body });
  expect(on.issued()).toBe(1);
  on.pass(7_200_000 - 300_000);
  expect(await post('/wxa/x', {})).toMatchObject({ errcode: 0 });
  expect(on.issued()).toBe(2);
});

test('a token that ended early is replaced once', async () => {
  const on = wechat();
  const post = on.client();
  await post('/wxa/x', {});
  on.tokens.expire();
  expect(await post('/wxa/x', {})).toMatchObject({ errcode: 0 });
  expect(on.issued()).toBe(2);
});

test('says why there is no token', async () => {
  await expect(wechat().client('wrong')('/wxa/x', {})).rejects.toThrow(new NoAccessToken(40125));
});

test('an answer that tells of no error has the number 0, and what is none has no number', () => {
  expect([{}, { errcode: 43101 }, 'oops'].map(errcodeOf)).toEqual([0, 43101, undefined]);
});
