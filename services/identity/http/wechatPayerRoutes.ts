import { type wechatPayerApi } from '#shared/contracts/identity/wechatPayer';
import { type Handlers } from '#shared/kit/http/handler';
import { type IdentityDeps } from '../usecases/deps';
import { askWechatPayer } from '../usecases/me/askWechatPayer';
import { keepWechatPayer } from '../usecases/me/keepWechatPayer';

export const wechatPayerRoutes = (deps: IdentityDeps): Handlers<typeof wechatPayerApi> => ({
  askWechatPayer: ({ caller, body }) =>
    Promise.resolve({ url: askWechatPayer(deps, caller.sessionId, body.returnPath) }),
  keepWechatPayer: ({ caller, body }) => keepWechatPayer(deps, caller, body),
});
