import { type signInApi } from '#shared/contracts/identity/signIn';
import { type Handlers } from '#shared/kit/http/handler';
import { sourceOf } from '../domain/source';
import { type IdentityDeps } from '../usecases/deps';
import { changePassword } from '../usecases/signIn/changePassword';
import { refreshTokens } from '../usecases/signIn/refreshTokens';
import { sendPhoneCode } from '../usecases/signIn/sendPhoneCode';
import { signInWithPassword } from '../usecases/signIn/signInWithPassword';
import { signInWithPhone } from '../usecases/signIn/signInWithPhone';
import { signInWithWechat } from '../usecases/signIn/signInWithWechat';
import { signOut } from '../usecases/signIn/signOut';
import { signOutEverywhere } from '../usecases/signIn/signOutEverywhere';
import { presentSentCode } from './presentSentCode';
import { presentSignedIn } from './presentSignedIn';
import { presentTokens } from './presentTokens';

export const signInRoutes = (deps: IdentityDeps): Handlers<typeof signInApi> => ({
  signInWithWechat: async ({ body }) => presentSignedIn(await signInWithWechat(deps, body)),
  sendPhoneCode: async ({ body, address }) =>
    presentSentCode(await sendPhoneCode(deps, body, sourceOf(address))),
  signInWithPhone: async ({ body, address }) =>
    presentSignedIn(await signInWithPhone(deps, body, sourceOf(address))),
  signInWithPassword: async ({ body, address }) =>
    presentSignedIn(await signInWithPassword(deps, body, sourceOf(address))),
  refreshTokens: async ({ body }) => presentTokens(await refreshTokens(deps, body.refreshToken)),
  signOut: ({ caller }) => signOut(deps, caller.sessionId),
  signOutEverywhere: async ({ caller }) => ({
    sessionsEnded: await signOutEverywhere(deps, caller.accountId),
  }),
  changePassword: async ({ caller, body, address }) =>
    presentSignedIn(await changePassword(deps, caller.accountId, body, sourceOf(address))),
});
