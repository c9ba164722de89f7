import { z } from '../../contracts/zod';
import { type Clock } from '../clock';

/** A mini program at WeChat's server API. */
export type MiniProgram = {
  readonly appId: string;
  readonly appSecret: string;
};

/** Sends `body` to a path of the API and answers what comes back, as JSON. */
export type Post = (path: string, body: object) => Promise<unknown>;

/** WeChat gave no access token; `errcode` says why, where it said. */
export class NoAccessToken extends Error {
  override readonly name = 'NoAccessToken';
  readonly errcode: number | undefined;
  constructor(errcode: number | undefined) {
    super('WeChat gave no access token');
    this.errcode = errcode;
  }
}

const Failure = z.object({ errcode: z.int().default(0) });
const AccessToken = z.object({ access_token: z.string(), expires_in: z.int() });

/** What WeChat says of a token that counts no more. */
const tokenErrors = new Set([40001, 40014, 42001]);
/** A token is renewed so long before its end, in ms. */
const renewBeforeMs = 300_000;

/** The number of the error in an answer: 0 where it tells of none, undefined where it is no answer of WeChat's. */
export const errcodeOf = (answer: unknown): number | undefined => Failure.safeParse(answer).data?.errcode;

export const isTokenError = (errcode: number | undefined): boolean =>
  errcode !== undefined && tokenErrors.has(errcode);

/**
 * Posts with the access token of a mini program, which all who ask for it share: `stable_token` ends nobody else's. What is refused for
 * its token is asked once more with a new one.
 * Documentation: developers.weixin.qq.com, 获取稳定版接口调用凭据 (/miniprogram/dev/server/API/mp-access-token/api_getstableaccesstoken).
 * @throws {NoAccessToken}, and whatever `post` throws
 */
export function postWithToken({ appId, appSecret }: MiniProgram, post: Post, now: Clock): Post {
  let access: { readonly token: string; readonly renewAt: number } | undefined;

  async function accessToken(): Promise<string> {
    if (access && now().getTime() < access.renewAt) return access.token;
    const wish = { grant_type: 'client_credential', appid: appId, secret: appSecret };
    const answer = await post('/cgi-bin/stable_token', wish);
    const read = AccessToken.safeParse(answer);
    if (!read.success) throw new NoAccessToken(errcodeOf(answer));
    const { access_token: token, expires_in: seconds } = read.data;
    access = { token, renewAt: now().getTime() + seconds * 1000 - renewBeforeMs };
    return token;
  }

  const posted = async (path: string, body: object) =>
    post(`${path}?access_token=${encodeURIComponent(await accessToken())}`, body);

  return async (path, body) => {
    const answer = await posted(path, body);
    if (!isTokenError(errcodeOf(answer))) return answer;
    access = undefined;
    return posted(path, body);
  };
}
