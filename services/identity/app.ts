import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { accessTokenVerifier } from '#shared/kit/auth/accessTokens';
import { type Authenticator } from '#shared/kit/http/authenticate';
import { expressRouter } from '#shared/kit/http/expressRouter';
import { serve } from '#shared/kit/http/operation';
import { rateLimiters } from '#shared/kit/http/rateLimits';
import { serviceApp } from '#shared/kit/http/serviceApp';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { type OutboxRelay, startOutboxRelay } from '#shared/kit/outbox/outboxRelay';
import { every } from '#shared/kit/schedule/every';
import { type WechatOptions, wechatClient } from './clients/wechat';
import { gatewayDelivery, logDelivery } from './clients/codeDelivery';
import { routedApi, routes } from './http/routes';
import { accountStore } from './storage/accountStore';
import { applicationStore } from './storage/applicationStore';
import { codeBudgetStore } from './storage/codeBudgetStore';
import { phoneCodeStore } from './storage/phoneCodeStore';
import { sessionStore } from './storage/sessionStore';
import { signingKeyStore } from './storage/signingKeyStore';
import { signInTryStore } from './storage/signInTryStore';
import { tombstoneStore } from './storage/tombstoneStore';
import { signingKeys } from './tokens/signingKeys';
import { type FirstOperator, ensureFirstOperator } from './usecases/accounts/ensureFirstOperator';
import { type CodeDelivery, type IdentityDeps } from './usecases/deps';
import { getRights } from './usecases/internal/getRights';
import { giveDueRoles } from './usecases/leaderApplications/giveDueRoles';
import { clearDeletedAccounts } from './usecases/me/clearDeletedAccounts';

export type IdentityAppDeps = ServiceDeps & {
  readonly wechat: Omit<WechatOptions, 'now'>;
  /** Address of the text message gateway, or a delivery; absent: codes stand in the log. */
  readonly codes?: string | CodeDelivery | undefined;
  /** The one-time code that signs in the accounts of the demo. */
  readonly demoCode?: string | undefined;
};

export type IdentityApp = ServiceApp & {
  /** Makes the first operator of a system without one; answers what to show until somebody has signed in with it. */
  ensureFirstOperator(): Promise<FirstOperator | undefined>;
};

const sweepMs = 5_000;
/** While there is nothing to do. */
const idleMs = 30_000;
/** Also how soon a process follows when keys that leaked are replaced. */
const rotationMs = 10_000;

/** Puts identity together: indexes, signing keys, use cases. */
export async function createIdentityApp(given: IdentityAppDeps): Promise<IdentityApp> {
  const { mongo, bus, now, log, metrics } = given;
  let relay: OutboxRelay<'accounts' | 'applications'> | undefined;
  const accounts = accountStore(mongo, (document) => relay?.nudge('accounts', document));
  const applications = applicationStore(mongo, (document) => relay?.nudge('applications', document));
  const keys = signingKeys(signingKeyStore(mongo), now);
  const deps: IdentityDeps = {
    accounts,
    applications,
    tombstones: tombstoneStore(mongo, (document) => relay?.nudge('accounts', document)),
    sessions: sessionStore(mongo),
    codes: phoneCodeStore(mongo),
    tries: signInTryStore(mongo),
    budgets: codeBudgetStore(mongo),
    keys,
    wechat: wechatClient({ ...given.wechat, now }),
    deliverCode: deliveryOf(given),
    demoCode: given.demoCode,
    now,
    random: Math.random,
    log,
  };
  await ensureIndexes(mongo);
  await keys.rotate();

  // Identity knows its keys, sessions and accounts itself; the others ask it.
  const auth: Authenticator = {
    ...given.auth,
    account: accessTokenVerifier(
      () => keys.publicKeys(),
      now,
      (sessionId) => deps.sessions.isEnded(sessionId),
    ),
    current: async (caller) => ({
      ...caller,
      roles: await getRights(deps, caller.accountId, caller.sessionId),
    }),
  };
  const api = serve(routedApi, routes(deps), { auth, now });
  const router = expressRouter(api, {
    limiters: rateLimiters(given.limitStore),
    onAnswered: (answered) => {
      metrics.httpAnswered(answered);
    },
  });
  const schedules: { close(): Promise<void> }[] = [];

  return {
    name: 'identity',
    api,
    routes: router,
    express: serviceApp({ routers: [router], log }),
    start() {
      relay = startOutboxRelay({
        collections: { accounts: accounts.collection, applications: applications.collection },
        bus,
        log,
        now,
        observe: metrics,
      });
      const job = (name: string, intervalMs: number, run: () => Promise<unknown>) =>
        every({
          name: `identity:${name}`,
          intervalMs,
          idleMs: Math.max(intervalMs, idleMs),
          run,
          now,
          log,
          observe: (ran) => {
            metrics.jobRan(ran);
          },
        });
      schedules.push(
        job('rotate_keys', rotationMs, () => keys.rotate()),
        job('give_due_roles', sweepMs, () => giveDueRoles(deps)),
        job('clear_deleted_accounts', sweepMs, () => clearDeletedAccounts(deps)),
      );
      return Promise.resolve();
    },
    async checkReady() {
      await mongo.db?.command({ ping: 1 });
    },
    async close() {
      await Promise.all(schedules.map((schedule) => schedule.close()));
      await relay?.close();
    },
    ensureFirstOperator: () => ensureFirstOperator(deps),
  };
}

function deliveryOf({ codes, log }: IdentityAppDeps): CodeDelivery {
  if (codes === undefined) return logDelivery(log);
  return typeof codes === 'string' ? gatewayDelivery(codes) : codes;
}
