import { type Server } from 'node:http';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { createWechatSandbox } from '#shared/sandbox/wechat/createWechatSandbox';
import { quiet } from '#shared/sandbox/kit/support';
import { identityWorld, type IdentityWorld } from '../../tests/support/identity';

const official = { appid: 'wx00000000000000aa', secret: 'secret of the account' };
const app = { appid: 'wx0000000000000001', secret: 'secret of the app' };
const returnPath = '/#/pages/payment/index?orderId=ord_1';

let world: IdentityWorld;
let server: Server;
/** Whether WeChat cannot be asked. */
let away = false;
beforeAll(async () => {
  const wechat = createWechatSandbox({ ...app, official, now: () => world.deps.now(), log: quiet });
  server = await listen(
    (req, res) => {
      if (away) return void req.socket.destroy();
      wechat.app(req, res);
    },
    0,
    '127.0.0.1',
  );
  const url = `http://127.0.0.1:${portOf(server)}`;
  world = await identityWorld({
    officialAccount: {
      ...{ appId: official.appid, appSecret: official.secret },
      ...{ apiUrl: url, openUrl: url, publicUrl: 'https://shop.example' },
    },
  });
});
afterAll(async () => {
  await world.app.close();
  await closeGracefully(server, { timeoutMs: 200 });
});

let phone = 13_700_000_000;
const person = () => world.person(String((phone += 1)));
type Person = Awaited<ReturnType<typeof person>>;
const ask = ({ tokens }: Person, path = returnPath) =>
  world.post('/me/wechat-payer/requests', { returnPath: path }, tokens.accessToken);
/** What WeChat's browser comes back with. */
const visited = async (who: Person) => {
  const { url } = (await ask(who)).body as { url: string };
  const there = await fetch(url, { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  return { back, answer: { code: back.searchParams.get('code'), state: back.searchParams.get('state') } };
};
const keep = ({ tokens }: Person, answer: object) =>
  world.put('/me/wechat-payer', answer, tokens.accessToken);
const openidOf = async ({ account }: Person, officialAppId?: string) => {
  const path = `/internal/accounts/${account.accountId}/wechat-openid`;
  const reply = await world.post(path, { officialAppId }).set('Authorization', 'Service token');
  return (reply.body as { openid?: string }).openid;
};

test('WeChat leads there and back to our own page, and says whose wallet pays', async () => {
  const who = await person();
  const { back, answer } = await visited(who);
  expect([back.origin, back.pathname, back.hash]).toEqual(['https://shop.example', '/', returnPath.slice(1)]);
  expect((await keep(who, answer)).status).toBe(204);
  expect(await openidOf(who, official.appid)).toBe('o-wechat-browser');
  // It is known to this account alone, and is not the openid of the mini program.
  expect(await openidOf(who, 'wx00000000000000bb')).toBeUndefined();
  expect(await openidOf(who)).toBeUndefined();
});

test('an answer for another session, one that is forged, too old or used is refused, and keeps nothing', async () => {
  const [who, other] = [await person(), await person()];
  const { answer } = await visited(other);
  const forged = { ...answer, state: `${String(answer.state).slice(0, -1)}x` };
  for (const [by, given] of [
    [who, answer],
    [other, forged],
    [other, { ...answer, state: 'nonsense' }],
    [other, { ...answer, code: 'nonsense' }],
  ] as const)
    expect((await keep(by, given)).body.code).toBe('PAYER_UNKNOWN');
  expect([await openidOf(who, official.appid), await openidOf(other, official.appid)]).toEqual([
    undefined,
    undefined,
  ]);
  expect((await keep(other, answer)).status).toBe(204);
  expect((await keep(other, answer)).body.code).toBe('PAYER_UNKNOWN');
  const late = await visited(who);
  world.pass(301);
  expect((await keep(who, late.answer)).body.code).toBe('PAYER_UNKNOWN');
});

test('it leads back to nobody else', async () => {
  const who = await person();
  for (const path of ['//evil.example/', 'https://evil.example/', '/\\evil.example'])
    expect((await ask(who, path)).body.code).toBe('MALFORMED_REQUEST');
});

test('while WeChat is away the answer can be handed in again', async () => {
  const who = await person();
  const { answer } = await visited(who);
  away = true;
  expect((await keep(who, answer)).body.code).toBe('SERVICE_UNAVAILABLE');
  away = false;
  expect((await keep(who, answer)).status).toBe(204);
});

test('without an official account there is nothing to ask', async () => {
  const without = await identityWorld();
  const { tokens } = await without.person('13700009999');
  const asked = await without.post('/me/wechat-payer/requests', { returnPath }, tokens.accessToken);
  const kept = await without.put('/me/wechat-payer', { code: 'c', state: 's' }, tokens.accessToken);
  expect([asked.body.code, kept.body.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  await without.app.close();
});
