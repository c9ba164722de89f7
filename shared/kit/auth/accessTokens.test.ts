import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { accessToken, accessTokenVerifier } from './accessTokens';
import { serviceTokens } from './serviceTokens';

const noon = new Date('2026-03-01T12:00:00.000Z');
const seconds = Math.floor(noon.getTime() / 1000);

async function signer(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' };
  const sign = (claims: object = {}, { audience = 'lintuan', expires = seconds + 600 } = {}) =>
    new SignJWT({ sid: 'ses_1', roles: ['shopper'], ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setSubject('acc_1')
      .setIssuer(accessToken.issuer)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(privateKey);
  return { jwk, sign };
}

const never = () => Promise.resolve(false);

test('a token of ours names its caller until it expires', async () => {
  let now = noon;
  const { jwk, sign } = await signer('a');
  const verify = accessTokenVerifier(
    () => Promise.resolve({ keys: [jwk] }),
    () => now,
    never,
  );
  const token = await sign({ lang: 'en' });
  const caller = {
    kind: 'account',
    accountId: 'acc_1',
    sessionId: 'ses_1',
    roles: ['shopper'],
    language: 'en',
  };
  expect(await verify(token)).toEqual(caller);
  expect(await verify(token)).toEqual(caller);
  now = new Date(noon.getTime() + 600_000);
  await expect(verify(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});

test('tokens for somebody else, by somebody else, without a signature or changed are refused', async () => {
  const ours = await signer('a');
  const theirs = await signer('a');
  const verify = accessTokenVerifier(
    () => Promise.resolve({ keys: [ours.jwk] }),
    () => noon,
    never,
  );
  const good = await ours.sign();
  const [header, payload, signature] = good.split('.') as [string, string, string];
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const forged = Buffer.from(JSON.stringify({ sub: 'acc_2' })).toString('base64url');
  for (const token of [
    await ours.sign({}, { audience: 'elsewhere' }),
    await theirs.sign(),
    await ours.sign({ roles: ['emperor'] }),
    `${none}.${payload}.`,
    `${header}.${forged}.${signature}`,
    'nonsense',
  ])
    await expect(verify(token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  await expect(verify(await ours.sign({}, { expires: seconds - 1 }))).rejects.toMatchObject({
    code: 'TOKEN_EXPIRED',
  });
});

test('a key that identity rotated in is fetched when it is first seen, and not for each stranger', async () => {
  let now = noon;
  const [first, second, stranger] = await Promise.all([signer('a'), signer('b'), signer('c')]);
  const published: JSONWebKeySet = { keys: [first.jwk] };
  let fetches = 0;
  const verify = accessTokenVerifier(
    () => {
      fetches += 1;
      return Promise.resolve({ keys: [...published.keys] });
    },
    () => now,
    never,
  );
  await verify(await first.sign());
  published.keys.push(second.jwk);
  now = new Date(noon.getTime() + 11_000);
  await verify(await second.sign());
  expect(fetches).toBe(2);
  for (let attempt = 0; attempt < 5; attempt += 1)
    await expect(verify(await stranger.sign({ attempt }))).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(fetches).toBe(2);
});

test('a key that identity withdrew counts no more after half a minute, nor does a token verified before', async () => {
  let now = noon;
  const [leaked, fresh] = await Promise.all([signer('a'), signer('b')]);
  let published: JSONWebKeySet = { keys: [leaked.jwk] };
  let isAway = false;
  const verify = accessTokenVerifier(
    () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(published)),
    () => now,
    never,
  );
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  const [known, other] = await Promise.all([leaked.sign(), leaked.sign({ lang: 'zh' })]);
  await verify(known);
  published = { keys: [fresh.jwk] };
  isAway = true;
  later(30_000);
  await expect(verify(known)).resolves.toMatchObject({ accountId: 'acc_1' });
  isAway = false;
  later(30_000);
  for (const token of [known, other])
    await expect(verify(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  await expect(verify(await fresh.sign())).resolves.toMatchObject({ accountId: 'acc_1' });
});

test('services prove themselves under one secret for two minutes', async () => {
  let now = noon;
  const secret = new Uint8Array(32).fill(1);
  const orders = serviceTokens('orders', secret, () => now);
  const catalog = serviceTokens('catalog', secret, () => now);
  const stranger = serviceTokens('orders', new Uint8Array(32).fill(2), () => now);
  const token = await orders.sign();
  expect(await catalog.verify(token)).toEqual({ kind: 'service', service: 'orders' });
  await expect(catalog.verify(await stranger.sign())).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  now = new Date(noon.getTime() + 121_000);
  await expect(catalog.verify(token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(await catalog.verify(await orders.sign())).toMatchObject({ service: 'orders' });
});

test('a token counts no longer than its session', async () => {
  const { jwk, sign } = await signer('a');
  let ended = false;
  const verify = accessTokenVerifier(
    () => Promise.resolve({ keys: [jwk] }),
    () => noon,
    (sessionId) => Promise.resolve(ended && sessionId === 'ses_1'),
  );
  const token = await sign();
  expect(await verify(token)).toMatchObject({ sessionId: 'ses_1' });
  ended = true;
  await expect(verify(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});
