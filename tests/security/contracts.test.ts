import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicEndpoints } from '../../shared/contracts/apis';
import { type Endpoint } from '../../shared/contracts/endpoint';
import { commonErrors } from '../../shared/contracts/errors/common';
import { errorTable, isErrorCode } from '../../shared/contracts/errors';
import { type EmbeddedEngine, startEmbeddedEngine } from '../../shared/kit/mongo/embeddedEngine';
import { type Person } from '../../scripts/demo/actors/person';
import { each, waitFor } from '../../scripts/demo/actors/waiting';
import { type AllInOne, startAllInOne } from '../support/allInOne';
import { mutationsOf } from '../support/security/mutations';
import { sampleOf } from '../support/security/sample';
import { type Answer, honest, type Raw, send } from '../support/security/send';
import { changed, snapshot } from '../support/security/snapshot';
import { expiredToken, forgedToken } from '../support/security/tokens';
import { secureWorld, type World } from '../support/security/world';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'lintuan-security-'));
let engine: EmbeddedEngine;
let system: AllInOne;
let world: World;

beforeAll(async () => {
  const quiet = () => undefined;
  engine = await startEmbeddedEngine({
    dataDir: folder,
    log: { info: quiet, warn: quiet, error: console.error },
  });
  system = await startAllInOne({ MONGODB_URI: engine.uri, TRUST_PROXY: 'true' });
  world = await secureWorld(system.url);
  await idle();
});
afterAll(async () => {
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
const trials = (token: string | undefined): Tried[] =>
  publicEndpoints
    .filter(({ id }) => !leaving.test(id))
    .map((endpoint) => ({ endpoint, request: honest(endpoint, sampleOf(endpoint, world.ids), token) }));

/** Sends every operation, with the owner's ids in it, as somebody who must not get anything of the owner's. */
async function tryAll(
  who: string,
  token: string | undefined,
  expected: (tried: Tried, answer: Answer) => string | undefined,
) {
  const complaints = await each(trials(token), 8, async (tried) => {
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
  const complaints = await tryAll('anonymous', undefined, ({ endpoint }, answer) =>
    endpoint.access === 'public' ? undefined : codeIs('NOT_SIGNED_IN', answer),
  );
  const { accountId, account } = world.owner;
  const subject = { accountId, roles: account.roles };
  complaints.push(
    ...(await tryAll('expired token', await expiredToken(engine.uri, subject), (_, answer) =>
      codeIs('TOKEN_EXPIRED', answer),
    )),
    ...(await tryAll('forged token', await forgedToken(subject), (_, answer) =>
      codeIs('NOT_SIGNED_IN', answer),
    )),
    ...(await tryAll('no token at all', 'abc.def.ghi', (_, answer) => codeIs('NOT_SIGNED_IN', answer))),
  );
  expect(complaints).toEqual([]);
  expect(await world.look()).toEqual(before);
});

/** Ids of things that belong to somebody: naming one is not enough. */
const owned = /:(orderId|addressId|routeId|stopId|groupOrderId)\b/;

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
      ...(await tryAll(who, await person.token(), ({ endpoint, request }, answer) => {
        if (!admits(endpoint, held)) return codeIs('NOT_ALLOWED', answer);
        if (!owned.test(endpoint.path) || answer.status === 204 || answer.status === 400) return undefined;
        return answer.status === 404
          ? undefined
          : `answers ${answer.status} to ${request.method} ${request.path}`;
      })),
    );
  expect(complaints).toEqual([]);
  expect(await world.look()).toEqual(before);
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
