import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { publicEndpoints } from '../../shared/contracts/apis';
import { type Endpoint } from '../../shared/contracts/endpoint';
import { commonErrors } from '../../shared/contracts/errors/common';
import { errorTable, isErrorCode } from '../../shared/contracts/errors';
import { CityId, OrderId, PickupPointId, RouteId } from '../../shared/contracts/ids';
import { type Topic } from '../../shared/contracts/realtime';
import { type EmbeddedEngine, startEmbeddedEngine } from '../../shared/kit/mongo/embeddedEngine';
import { type Live, SocketRefused } from '../../scripts/demo/actors/live';
import { Person } from '../../scripts/demo/actors/person';
import { each, waitFor } from '../../scripts/demo/actors/waiting';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { mutationsOf } from '../support/security/mutations';
import { sampleOf } from '../support/security/sample';
import { type Answer, honest, type Raw, send } from '../support/security/send';
import { changed, snapshot, sumsAreBehind } from '../support/security/snapshot';
import { expiredToken, forgedToken } from '../support/security/tokens';
import { secureWorld, type World } from '../support/security/world';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'lintuan-security-'));
let engine: EmbeddedEngine;
let system: AllInOne;
let world: World;
const sockets: Live[] = [];

beforeAll(async () => {
  const quiet = () => undefined;
  engine = await startEmbeddedEngine({
    dataDir: folder,
    log: { info: quiet, warn: quiet, error: console.error },
  });
  system = await startAllInOne({ MONGODB_URI: engine.uri, TRUST_PROXY: 'true' });
  world = await secureWorld(system);
  await idle();
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await system.close();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until nothing changes by itself any more: the neighbours of the demo have ordered. */
async function idle(): Promise<ReadonlyMap<string, string>> {
  let last = await snapshot(engine.uri);
  let restless: string[] = [];
  const quiet = async () => {
    const now = await snapshot(engine.uri);
    restless = changed(last, now);
    if (await sumsAreBehind(engine.uri)) restless = [...restless, 'the sums of the ledger'];
    last = now;
    return restless.length === 0 ? now : undefined;
  };
  return waitFor('a quiet database', quiet, { seconds: 60, everyMs: 2_500 }).catch((error: unknown) => {
    throw new Error(`still changing: ${restless.join(', ')}`, { cause: error });
  });
}

const common = new Set(Object.keys(commonErrors));
/** Operations that end what the caller stands on: signing out, leaving. */
const leaving = /signOut|deleteMe|changePassword|refreshTokens/;
const admits = ({ access }: Endpoint, roles: readonly string[]): boolean =>
  access === 'public' ||
  access === 'signedIn' ||
  (access !== 'internal' && access.some((role) => roles.includes(role)));

/** What is wrong with an answer to `endpoint`, in words; nothing when it keeps the contract. */
function breachIn(endpoint: Endpoint, { status, text, code }: Answer): string | undefined {
  if (status < 300 || status === 304) return undefined;
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  if (!isErrorCode(code)) return `${status} without a known code: ${text.slice(0, 200)}`;
  if (errorTable[code].status !== status) return `${code} came as ${status}`;
  const documented = common.has(code) || (endpoint.errors as readonly string[] | undefined)?.includes(code);
  return documented ? undefined : `${code} is not among its errors`;
}

const leakIn = ({ text }: Answer): string | undefined =>
  world.canaries.find((canary) => text.includes(canary));

const roles = {
  anonymous: [],
  shopper: ['shopper'],
  leader: ['shopper', 'leader'],
  courier: ['shopper', 'courier'],
} as const;

type Tried = { readonly endpoint: Endpoint; readonly request: Raw };
const trials = (token: string | undefined, mayLeave: boolean): Tried[] =>
  publicEndpoints
    .filter(({ id }) => mayLeave || !leaving.test(id))
    .map((endpoint) => ({ endpoint, request: honest(endpoint, sampleOf(endpoint, world.ids), token) }));

/** Sends every operation, with the owner's ids in it, as somebody who must not get anything of the owner's. */
async function tryAll(
  { who, person }: { who: string; person?: Person },
  token: string | undefined,
  expected: (tried: Tried, answer: Answer) => string | undefined,
) {
  const complaints = await each(trials(token, person === undefined), 8, async (tried) => {
    const answer = await send(system.url, tried.request);
    const leak = leakIn(answer);
    const wrong =
      breachIn(tried.endpoint, answer) ?? (leak === undefined ? expected(tried, answer) : `tells “${leak}”`);
    return wrong === undefined ? [] : [`${who}: ${tried.endpoint.id}: ${wrong}`];
  });
  return complaints.flat();
}

const codeIs = (code: string, { code: given, status }: Answer) =>
  given === code ? undefined : `answers ${given ?? status} instead of ${code}`;

test('strangers get what is public, and nothing else', async () => {
  const before = await world.look();
  const complaints = await tryAll({ who: 'anonymous' }, undefined, ({ endpoint }, answer) =>
    endpoint.access === 'public' ? undefined : codeIs('NOT_SIGNED_IN', answer),
  );
  const { accountId, account } = world.owner;
  const subject = { accountId, roles: account.roles };
  complaints.push(
    ...(await tryAll(
      { who: 'expired token' },
      await expiredToken(engine.uri, subject, system.time.now()),
      (_, answer) => codeIs('TOKEN_EXPIRED', answer),
    )),
    ...(await tryAll({ who: 'forged token' }, await forgedToken(subject, system.time.now()), (_, answer) =>
      codeIs('NOT_SIGNED_IN', answer),
    )),
    ...(await tryAll({ who: 'no token at all' }, 'abc.def.ghi', (_, answer) =>
      codeIs('NOT_SIGNED_IN', answer),
    )),
  );
  expect(complaints).toEqual([]);
  expect(await world.look()).toEqual(before);
});

/** Whether it is about things that belong to somebody: naming them is not enough. */
const isOwned = ({ access, path }: Endpoint): boolean =>
  /:(orderId|addressId|routeId|stopId|groupOrderId)\b/.test(path) ||
  (typeof access !== 'string' && path.includes(':pickupPointId'));

test('people of the right role, but with nothing to do with it, find nothing', async () => {
  const before = await world.look();
  const people: [string, Person, readonly string[]][] = [
    ['another shopper', world.stranger, roles.shopper],
    ['another leader', world.otherLeader, roles.leader],
    ['another courier', world.otherCourier, roles.courier],
  ];
  const complaints: string[] = [];
  for (const [who, person, held] of people)
    complaints.push(
      ...(await tryAll({ who, person }, await person.token(), ({ endpoint, request }, answer) => {
        if (!admits(endpoint, held)) return codeIs('NOT_ALLOWED', answer);
        if (!isOwned(endpoint) || answer.status === 204 || answer.status === 400) return undefined;
        return answer.status === 404
          ? undefined
          : `answers ${answer.status} to ${request.method} ${request.path}`;
      })),
    );
  expect(complaints).toEqual([]);
  expect(await world.look()).toEqual(before);
});

/** What the server says to a socket that comes with this token. */
const refusedHandshake = (token: string): Promise<string> =>
  new Promise((resolve) => {
    const options = { path: '/realtime', transports: ['websocket'], reconnection: false, auth: { token } };
    const socket = io(system.url, options);
    socket.on('connect_error', ({ message }) => {
      resolve(message);
    });
    socket.on('connect', () => {
      socket.close();
      resolve('welcome');
    });
  });

test('nobody follows, or moves, what is not theirs', async () => {
  const { owner, stranger, otherLeader, otherCourier, courier, ids } = world;
  const [order, route, point, city] = [
    { kind: 'order', orderId: OrderId.parse(ids['ord']) },
    { kind: 'route', routeId: RouteId.parse(ids['rou']) },
    { kind: 'pickup_point', pickupPointId: PickupPointId.parse(ids['ppt']) },
    { kind: 'city', cityId: CityId.parse(ids['cit']) },
  ] as const;
  const visitor = new Person({ url: system.url, retries: 0, time: system.time });
  sockets.push(...[visitor, owner, stranger, otherLeader, otherCourier, courier].map(({ live }) => live));
  const refused: [Live, Topic][] = [
    ...[order, route, point, city].map((topic): [Live, Topic] => [visitor.live, topic]),
    ...[order, route, point, city].map((topic): [Live, Topic] => [stranger.live, topic]),
    ...[order, route, point, city].map((topic): [Live, Topic] => [otherLeader.live, topic]),
    ...[order, route, point, city].map((topic): [Live, Topic] => [otherCourier.live, topic]),
    [owner.live, route],
    [owner.live, point],
    [courier.live, city],
    [owner.live, { kind: 'order', orderId: { $gt: '' } } as unknown as Topic],
    [owner.live, null as unknown as Topic],
    [owner.live, { kind: 'order', orderId: 'x'.repeat(500) } as unknown as Topic],
  ];
  for (const [live, topic] of refused) await expect(live.follow(topic)).rejects.toThrow(SocketRefused);
  const subject = { accountId: owner.accountId, roles: owner.account.roles };
  expect(await refusedHandshake(await expiredToken(engine.uri, subject, system.time.now()))).toMatch(
    /has expired/,
  );
  const position = { lng: 120, lat: 30 };
  for (const live of [otherCourier.live, owner.live, visitor.live]) {
    const report = live.report({ routeId: route.routeId, position, at: system.time.now().toISOString() });
    await expect(report).rejects.toThrow(SocketRefused);
  }
  expect(await owner.live.follow(order)).toMatchObject({ kind: 'order' });
});

test('only Stripe reports payments', async () => {
  const event = { id: 'evt_1', type: 'payment_intent.succeeded', data: { object: { id: 'pi_1' } } };
  const reply = (headers: Record<string, string>, body: string) =>
    fetch(`${system.url}/api/webhooks/stripe`, { method: 'POST', headers, body });
  const json = { 'Content-Type': 'application/json' };
  const signature = `t=${Math.floor(system.time.now().getTime() / 1000)},v1=${'0'.repeat(64)}`;
  const answers = await Promise.all([
    reply(json, JSON.stringify(event)),
    reply({ ...json, 'Stripe-Signature': signature }, JSON.stringify(event)),
    reply({ ...json, 'Stripe-Signature': 'nonsense' }, '{"a":'),
    reply({ 'Stripe-Signature': signature }, ''),
    reply({ ...json, 'Stripe-Signature': signature }, 'x'.repeat(300_000)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 413]);
});

test('malformed requests are refused with a documented code, and change nothing', async () => {
  const before = await idle();
  const callers = {
    operator: await world.operator.token(),
    leader: await world.leader.token(),
    courier: await world.courier.token(),
    shopper: await world.owner.token(),
  };
  const mutations = publicEndpoints.flatMap((endpoint) => {
    const { access } = endpoint;
    const role = typeof access === 'string' ? 'shopper' : access[0]!;
    const sample = sampleOf(endpoint, world.ids);
    return mutationsOf(endpoint, sample, callers[role]).map((mutation) => ({ endpoint, mutation }));
  });
  const run = (hopeless: boolean) =>
    each(
      mutations.filter(({ mutation }) => mutation.hopeless === hopeless),
      12,
      async ({ endpoint, mutation }) => {
        const answer = await send(system.url, mutation.request);
        const accepted = hopeless && answer.status < 400 ? `was accepted: ${answer.status}` : undefined;
        const wrong = breachIn(endpoint, answer) ?? accepted;
        return wrong === undefined ? [] : [`${endpoint.id}, ${mutation.name}: ${wrong}`];
      },
    );
  const refused = (await run(true)).flat();
  const differs = changed(before, await snapshot(engine.uri));
  const odd = (await run(false)).flat();
  expect({ refused, differs, odd }).toEqual({ refused: [], differs: [], odd: [] });
  expect(mutations.length).toBeGreaterThan(3_000);
  expect(system.program().output()).not.toMatch(/"level":"(error|fatal)"/);
});
