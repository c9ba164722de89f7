import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { accessTokenVerifier } from '#shared/kit/auth/accessTokens';
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
import { accountStore } from './storage/accounts';
import { applicationStore } from './storage/applications';
import { phoneCodeStore } from './storage/phoneCodes';
import { sessionStore } from './storage/sessions';
import { signingKeyStore } from './storage/signingKeys';
import { signInTryStore } from './storage/signInTries';
import { tombstoneStore } from './storage/tombstones';
import { signingKeys } from './tokens/signingKeys';
import { type NewOperator, ensureFirstOperator } from './usecases/createStaff';
import { clearDeletedAccounts } from './usecases/deleteAccount';
import { giveDueRoles } from './usecases/leaderApplications';
import { type CodeDelivery, type Needs } from './usecases/needs';

export type IdentityDeps = ServiceDeps & {
  readonly wechat: Omit<WechatOptions, 'now'>;
  /** Address of the text message gateway, or a delivery; absent: codes stand in the log. */
  readonly codes?: string | CodeDelivery | undefined;
  /** The one-time code that signs in the accounts of the demo. */
  readonly demoCode?: string | undefined;
};

export type IdentityApp = ServiceApp & {
  /** Makes the first operator of an empty system; answers whether it did. The first password must be changed at once. */
  ensureFirstOperator(operator: NewOperator): Promise<boolean>;
};

const sweepMs = 5_000;
/** Also how soon a process follows when keys that leaked are replaced. */
const rotationMs = 10_000;

/** Puts identity together: indexes, signing keys, use cases. */
export async function createIdentityApp(deps: IdentityDeps): Promise<IdentityApp> {
  const { mongo, bus, now, log, metrics } = deps;
  let relay: OutboxRelay<'accounts' | 'applications'> | undefined;
  const accounts = accountStore(mongo, (document) => relay?.nudge('accounts', document));
  const applications = applicationStore(mongo, (document) => relay?.nudge('applications', document));
  const keys = signingKeys(signingKeyStore(mongo), now);
  const needs: Needs = {
    accounts,
    applications,
    tombstones: tombstoneStore(mongo, (document) => relay?.nudge('accounts', document)),
    sessions: sessionStore(mongo),
    codes: phoneCodeStore(mongo),
    tries: signInTryStore(mongo),
    keys,
    wechat: wechatClient({ ...deps.wechat, now }),
    deliverCode: deliveryOf(deps),
    demoCode: deps.demoCode,
    now,
    random: Math.random,
    log,
  };
  await ensureIndexes(mongo);
  await keys.rotate();

  // Identity knows its keys itself; the others fetch them from here.
  const auth = { ...deps.auth, account: accessTokenVerifier(() => keys.publicKeys(), now) };
  const api = serve(routedApi, routes(needs), { auth, now });
  const router = expressRouter(api, {
    limiters: rateLimiters(deps.limitStore),
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
      const job = (name: string, intervalMs: number, run: () => Promise<void>) =>
        every({
          name,
          intervalMs,
          run,
          now,
          log,
          observe: (ran) => {
            metrics.jobRan(ran);
          },
        });
      schedules.push(
        job('identity:rotate_keys', rotationMs, () => keys.rotate()),
        job('identity:give_due_roles', sweepMs, () => giveDueRoles(needs)),
        job('identity:clear_deleted', sweepMs, () => clearDeletedAccounts(needs)),
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
    ensureFirstOperator: (operator) => ensureFirstOperator(needs, operator),
  };
}

function deliveryOf({ codes, log }: IdentityDeps): CodeDelivery {
  if (codes === undefined) return logDelivery(log);
  return typeof codes === 'string' ? gatewayDelivery(codes) : codes;
}
