import { type signInApi } from '#shared/contracts/identity/signIn';
import { type Handlers } from '#shared/kit/http/handler';
import { changePassword } from '../usecases/changePassword';
import { type Needs } from '../usecases/needs';
import { refreshTokens } from '../usecases/refreshTokens';
import { sendPhoneCode } from '../usecases/sendPhoneCode';
import { signInWithPassword } from '../usecases/signInWithPassword';
import { signInWithPhone, type SignInResult } from '../usecases/signInWithPhone';
import { signInWithWechat } from '../usecases/signInWithWechat';
import { latestApplication } from './latestApplication';
import { presentSignIn, presentTokens } from './present';

export function signInRoutes(needs: Needs): Handlers<typeof signInApi> {
  const signedIn = async (result: Promise<SignInResult>) =>
    presentSignIn(await result, await latestApplication(needs, (await result).account._id));
  const { sessions } = needs;
  return {
    signInWithWechat: ({ body }) => signedIn(signInWithWechat(needs, body)),
    signInWithPhone: ({ body }) => signedIn(signInWithPhone(needs, body)),
    signInWithPassword: ({ body }) => signedIn(signInWithPassword(needs, body)),
    changePassword: ({ caller, body }) => signedIn(changePassword(needs, caller.accountId, body)),
    async sendPhoneCode({ body }) {
      const { expiresAt, nextAllowedAt } = await sendPhoneCode(needs, body);
      return { expiresAt: expiresAt.toISOString(), nextAllowedAt: nextAllowedAt.toISOString() };
    },
    refreshTokens: async ({ body }) => presentTokens(await refreshTokens(needs, body.refreshToken)),
    async signOut({ caller }) {
      await sessions.end(caller.sessionId);
      return undefined;
    },
    signOutEverywhere: async ({ caller }) => ({ sessionsEnded: await sessions.endAll(caller.accountId) }),
  };
}
