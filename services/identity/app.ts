import { accessTokenVerifier } from '#shared/kit/auth/accessTokens';
import { type Authenticator } from '#shared/kit/http/authenticate';
import { type ServiceApp, type ServiceDeps } from '#shared/kit/service';
import { assembly } from '#shared/kit/service/assembly';
import { type OfficialAccountOptions, officialAccount } from './clients/officialAccount';
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
  /** Absent: nobody pays in WeChat's browser. */
  readonly officialAccount?: OfficialAccountOptions | undefined;
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

/** Puts identity together, with keys to sign with. */
export async function createIdentityApp(given: IdentityAppDeps): Promise<IdentityApp> {
  const { mongo, now, log } = given;
  const { nudge, assemble } = assembly<'accounts' | 'applications'>('identity', given);
  const accounts = accountStore(mongo, (document) => {
    nudge('accounts', document);
  });
  const applications = applicationStore(mongo, (document) => {
    nudge('applications', document);
  });
  const keys = signingKeys(signingKeyStore(mongo), now);
  const deps: IdentityDeps = {
    accounts,
    applications,
    tombstones: tombstoneStore(mongo, (document) => {
      nudge('accounts', document);
    }),
    sessions: sessionStore(mongo),
    codes: phoneCodeStore(mongo),
    tries: signInTryStore(mongo),
    budgets: codeBudgetStore(mongo),
    keys,
    wechat: wechatClient({ ...given.wechat, now }),
    officialAccount: given.officialAccount && officialAccount(given.officialAccount),
    deliverCode: deliveryOf(given),
    demoCode: given.demoCode,
    now,
    random: Math.random,
    log,
  };

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
  const app = await assemble({
    outboxes: { accounts: accounts.collection, applications: applications.collection },
    auth,
    api: routedApi,
    handlers: routes(deps),
    jobs: {
      rotate_keys: { everyMs: rotationMs, idleMs, run: () => keys.rotate() },
      give_due_roles: { everyMs: sweepMs, idleMs, decides: true, run: () => giveDueRoles(deps) },
      clear_deleted_accounts: { everyMs: sweepMs, idleMs, run: () => clearDeletedAccounts(deps) },
    },
  });
  await keys.rotate();
  return { ...app, ensureFirstOperator: () => ensureFirstOperator(deps) };
}

function deliveryOf({ codes, log }: IdentityAppDeps): CodeDelivery {
  if (codes === undefined) return logDelivery(log);
  return typeof codes === 'string' ? gatewayDelivery(codes) : codes;
}
