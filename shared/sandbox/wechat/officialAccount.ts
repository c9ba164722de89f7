import express, { type Request, type Router } from 'express';
import type { Codes } from '../kit/codes';
import { webAddress } from '../kit/page/cashier';
import { WechatFailure } from './errors';

export type OfficialApp = { appid: string; secret: string };

type Dependencies = OfficialApp & {
  codes: Codes;
  /** Who uses WeChat's browser. */
  person: () => string;
  random: () => string;
};

/**
 * An official account, as far as it tells a shop who uses WeChat's browser: a page that leads on at once for `snsapi_base`, and the
 * call that takes the code. Wrong addresses get WeChat's words, on a page.
 * Documentation: developers.weixin.qq.com, 网页授权 (/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html).
 */
export function createOfficialAccount({ appid, secret, codes, person, random }: Dependencies): Router {
  const router = express.Router();

  router.get('/connect/oauth2/authorize', (req, res) => {
    const wrong = whatIsWrong(req.query, appid);
    const back = webAddress(req.query['redirect_uri']);
    if (wrong !== null || back === null) {
      res
        .status(200)
        .type('text/plain; charset=utf-8')
        .send(wrong ?? 'redirect_uri 参数错误');
      return;
    }
    const { state } = req.query;
    const to = new URL(back);
    // Before the `#` of an app that keeps its pages behind it.
    to.searchParams.set('code', codes.mint(person()));
    if (typeof state === 'string') to.searchParams.set('state', state);
    res.redirect(302, to.toString());
  });

  router.get('/sns/oauth2/access_token', ({ query }: Request, res) => {
    if (query['appid'] !== appid) throw new WechatFailure(40013);
    if (query['secret'] !== secret) throw new WechatFailure(40125);
    if (query['grant_type'] !== 'authorization_code') throw new WechatFailure(40002);
    const openid = codes.redeem(typeof query['code'] === 'string' ? query['code'] : '');
    res.json({
      access_token: random(),
      expires_in: 7200,
      refresh_token: random(),
      openid,
      scope: 'snsapi_base',
    });
  });
  return router;
}

function whatIsWrong(query: Request['query'], appid: string): string | null {
  if (query['appid'] !== appid) return 'appid 参数错误';
  if (query['response_type'] !== 'code') return 'response_type 参数错误';
  if (query['scope'] !== 'snsapi_base') return 'Scope 参数错误或没有 Scope 权限';
  const { state = '' } = query;
  if (typeof state !== 'string' || !/^[a-zA-Z0-9]{0,128}$/.test(state)) return 'state 参数错误';
  return null;
}
