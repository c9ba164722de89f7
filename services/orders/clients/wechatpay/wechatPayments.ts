import { type KeyObject } from 'node:crypto';
import { type AccountId } from '#shared/contracts/ids';
import { type PaymentWish } from '#shared/contracts/orders/payments';
import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { hasMoney, type Intent } from '../../domain/payment';
import { type IntentWish, type PaymentProvider } from '../paymentProvider';
import { wholeStatements } from '../statements/wholeStatements';
import { calls } from './calls';
import { asUnavailable, isMissing, WechatPayRefusal } from './failures';
import { isOurApp, type Merchant } from './merchant';
import { notices } from './notices';
import { platformKeys } from './platformKeys';
import { refundCalls } from './refundCalls';
import { findRefund, refundMoney } from './returning';
import { returnStray } from './returnStray';
import { appIdIn, orderParams, Prepaid, renewAt, type Scene, sceneIn, stepOf } from './scenes';
import { type Platform } from './platformCalls';
import { shippingReports } from './shipping';
import { fetchBill } from './statement';
import { toIntent, Trade } from './trades';
import { transport } from './transport';

export type WechatPayOptions = {
  readonly mchid: string;
  /** The mini program, in whose name people pay in other browsers, too. */
  readonly appId: string;
  /** The official account in whose name people pay in WeChat's browser; absent: nobody can. */
  readonly officialAppId?: string | undefined;
  /** Its certificate has the number `serialNo`. */
  readonly privateKey: KeyObject;
  readonly serialNo: string;
  readonly apiV3Key: string;
  /** WeChat Pay's public key; absent for merchants that verify by its certificates. */
  readonly publicKey?: { readonly id: string; readonly key: KeyObject } | undefined;
  /** Where its API is reached; absent: at WeChat Pay. */
  readonly apiUrl?: string | undefined;
  /** Where shoppers come back to: `https://shop.example`. */
  readonly publicUrl: string;
  /** Where WeChat Pay reports. */
  readonly notifyUrl: string;
  /** Where the stand-in lets people pay what a code stands for, in place of a phone that scans it. */
  readonly payPage?: ((codeUrl: string) => string | undefined) | undefined;
  /** Where the mini program's shipping is told; absent: nobody tells it. */
  readonly platform?: Platform | undefined;
  /** How long one try of a call may take, in ms; default 8,000. */
  readonly timeoutMs?: number | undefined;
  readonly openidOf: OpenidOf;
  readonly now: () => Date;
  readonly log: Log;
};

/**
 * The openid of a person: in the mini program, by a login code where there is one, or to the official account that is named.
 * @throws {Refused} PAYER_UNKNOWN, SERVICE_UNAVAILABLE
 */
export type OpenidOf = (
  accountId: AccountId,
  by: { readonly loginCode?: string | undefined; readonly officialAppId?: string | undefined },
) => Promise<string>;

type Wish = Extract<PaymentWish, { readonly method: 'wechat_pay' }>;

/** Payments by WeChat Pay (APIv3) as a merchant of its own; the stand-in is only another host. */
export function wechatPayments(options: WechatPayOptions): PaymentProvider {
  const { now, log, publicUrl, notifyUrl, openidOf, platform } = options;
  const { apiUrl = 'https://api.mch.weixin.qq.com', timeoutMs = 8_000, payPage = () => undefined } = options;
  const merchant = merchantOf(options);
  const send = transport({ merchant, apiUrl, timeoutMs, now, log });
  const keyOf = platformKeys({ merchant, send, now, log });
  const call = calls({ send, keyOf, now, log });
  const refunds = refundCalls(call, notifyUrl);

  const tradePath = (intentId: string) => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(intentId)}`;

  /** Undefined where WeChat Pay knows no such trade. */
  async function tradeOf(intentId: string): Promise<Trade | undefined> {
    try {
      const trade = await call(Trade, 'GET', `${tradePath(intentId)}?mchid=${merchant.mchid}`);
      if (isOurs(trade, intentId)) return trade;
      log.error({ intentId }, 'WeChat Pay answered with the trade of somebody else');
      throw new Refused('PAYMENT_UNAVAILABLE');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw asUnavailable(error);
    }
  }

  const isOurs = (trade: Trade, intentId: string): boolean =>
    trade.mchid === merchant.mchid && isOurApp(merchant, trade.appid) && trade.out_trade_no === intentId;

  async function prepay(wish: IntentWish, scene: Scene): Promise<Intent> {
    const { orderId, paymentId, amountFen } = wish;
    const prepaid = await call(
      Prepaid,
      'POST',
      `/v3/pay/transactions/${scene}`,
      orderParams(wish, scene, merchant, notifyUrl),
    );
    const backTo = publicUrl + (wish.wish.returnPath ?? `/orders/${orderId}`);
    const { privateKey } = merchant;
    const appId = appIdIn(wish.wish, merchant);
    const step = stepOf(prepaid, { privateKey, appId, now, backTo, payPage });
    return {
      ...{ provider: 'wechatpay', intentId: paymentId, paymentId, amountFen },
      outcome: { kind: 'waiting', step, renewAt: renewAt(scene, now()) },
    };
  }

  const find = async (intentId: string): Promise<Intent> =>
    toIntent((await tradeOf(intentId)) ?? unknownTrade(intentId));

  return {
    name: 'wechatpay',
    methodsIn: (host) => (sceneIn(host, merchant) ? ['wechat_pay'] : []),

    async payerOf(wish, { accountId, address }) {
      const scene = isWish(wish) ? sceneIn(wish.host, merchant) : undefined;
      if (scene === 'h5') return address;
      if (scene !== 'jsapi') return undefined;
      const { host, loginCode } = wish as Wish;
      const { officialAppId } = merchant;
      return openidOf(accountId, host === 'wechat_browser' ? { officialAppId } : { loginCode });
    },

    async begin(wish) {
      const scene = isWish(wish.wish) ? sceneIn(wish.wish.host, merchant) : undefined;
      if (!scene) return undefined;
      try {
        return await prepay(wish, scene);
      } catch (error) {
        if (!(error instanceof WechatPayRefusal)) throw error;
        // Its number is known already: begun by another process, paid or closed meanwhile.
        const trade = await tradeOf(wish.paymentId);
        return trade && toIntent(trade);
      }
    },

    find,

    async cancel(intentId) {
      try {
        await call(z.null(), 'POST', `${tradePath(intentId)}/close`, { mchid: merchant.mchid });
      } catch (error) {
        // Whatever it was refused for: how it stands now is asked next.
        if (!(error instanceof WechatPayRefusal)) throw error;
      }
      return find(intentId);
    },

    // A wallet is charged at once.
    capture: (_orderId, intentId) => find(intentId),

    refund: (request) => refundMoney(refunds, request),
    findRefund: (ref) => findRefund(refunds, ref),

    async returnStray({ intentId }) {
      const trade = await tradeOf(intentId);
      if (trade && hasMoney(toIntent(trade).outcome)) await returnStray(refunds, trade, log);
    },

    readStatement: wholeStatements((day) => fetchBill({ call, send, log }, day)),

    webhook: notices({ merchant, keyOf, now }),
    ...(platform && {
      handover: {
        isOwed: (wish) => isWish(wish) && wish.host === 'wechat_mini_program',
        tell: shippingReports({ platform, mchid: merchant.mchid, timeoutMs, now, log }),
      },
    }),
  };
}

const isWish = (wish: PaymentWish): wish is Wish => wish.method === 'wechat_pay';

/** What was never placed, or was forgotten without being paid, takes no money. */
const unknownTrade = (intentId: string): Trade => ({
  ...{ appid: '', mchid: '', out_trade_no: intentId, attach: '' },
  trade_state: 'CLOSED',
});

const merchantOf = ({ publicKey, ...options }: WechatPayOptions): Merchant => {
  const { mchid, serialNo, privateKey, apiV3Key, appId, officialAppId } = options;
  return {
    ...{ mchid, serialNo, privateKey, apiV3Key, appId },
    ...(officialAppId !== undefined && { officialAppId }),
    ...(publicKey && { publicKey }),
  };
};
