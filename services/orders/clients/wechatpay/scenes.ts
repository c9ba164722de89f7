import { type KeyObject } from 'node:crypto';
import { type PaymentHost, type PaymentStep } from '#shared/contracts/orders/paymentViews';
import { hostOf, type PaymentWish } from '#shared/contracts/orders/payments';
import { z } from '#shared/contracts/zod';
import { type IntentWish } from '../paymentProvider';
import { type Merchant } from './merchant';
import { requestPayment } from './requestPayment';
import { currency } from './trades';

/** A way to pay at WeChat Pay, in one of our hosts. */
export type Scene = 'jsapi' | 'h5' | 'native';

/**
 * The way that a host has. In WeChat's own browser people pay in the name of an official account, by the openid that it knows them by;
 * neither a code nor a page for other browsers works there.
 */
export function sceneIn(
  host: PaymentHost,
  { officialAppId }: Pick<Merchant, 'officialAppId'>,
): Scene | undefined {
  switch (host) {
    case 'wechat_mini_program':
      return 'jsapi';
    case 'wechat_browser':
      return officialAppId === undefined ? undefined : 'jsapi';
    case 'phone_browser':
      return 'h5';
    case 'desktop_browser':
      return 'native';
    case 'alipay_mini_program':
      return undefined;
  }
}

/** In whose name somebody pays. */
export const appIdIn = (wish: PaymentWish, { appId, officialAppId }: Merchant): string =>
  hostOf(wish) === 'wechat_browser' ? (officialAppId ?? appId) : appId;

/** `2026-11-30T16:00:00+08:00`: no later than `at`. */
const chinaTime = (at: Date): string =>
  `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/**
 * What is asked of WeChat Pay for one attempt to pay. The same attempt gives the same, as its number demands.
 * Documentation: pay.weixin.qq.com, JSAPI/小程序下单 (/doc/v3/merchant/4012791897), H5下单 (4012791834), Native下单 (4012791877).
 */
export function orderParams(wish: IntentWish, scene: Scene, merchant: Merchant, notifyUrl: string): object {
  const { orderId, paymentId, amountFen, payBefore, payer } = wish;
  return {
    appid: appIdIn(wish.wish, merchant),
    mchid: merchant.mchid,
    description: `邻团订单 ${orderId.slice(-8)}`,
    out_trade_no: paymentId,
    time_expire: chinaTime(payBefore),
    attach: orderId,
    notify_url: notifyUrl,
    amount: { total: amountFen, currency },
    ...(scene === 'jsapi' && { payer: { openid: payer } }),
    ...(scene === 'h5' && { scene_info: { payer_client_ip: payer, h5_info: { type: 'Wap' } } }),
  };
}

/** What a new order is answered by, whatever its scene. */
export const Prepaid = z.union([
  z.object({ prepay_id: z.string().min(1) }),
  z.object({ h5_url: z.url({ protocol: /^https?$/ }) }),
  z.object({ code_url: z.string().min(1) }),
]);

const minuteMs = 60_000;
/** How long what leads to paying is good for, less a minute in which a person may follow it. Documentation: as of `orderParams`. */
const lastingMs: Readonly<Record<Scene, number>> = {
  jsapi: 119 * minuteMs,
  h5: 4 * minuteMs,
  native: 119 * minuteMs,
};

/** When a step that is told now is to be asked for anew. */
export const renewAt = (scene: Scene, now: Date): Date => new Date(now.getTime() + lastingMs[scene]);

type Places = {
  readonly privateKey: KeyObject;
  readonly appId: string;
  readonly now: () => Date;
  /** Where the person comes back to from WeChat Pay's own page. */
  readonly backTo: string;
  /** Where the stand-in lets people pay what a code stands for. */
  readonly payPage: (codeUrl: string) => string | undefined;
};

/** What the person does now. */
export function stepOf(prepaid: z.infer<typeof Prepaid>, places: Places): PaymentStep {
  if ('prepay_id' in prepaid) return requestPayment(places, prepaid.prepay_id, places.now());
  if ('h5_url' in prepaid)
    return { kind: 'redirect', url: `${prepaid.h5_url}&redirect_url=${encodeURIComponent(places.backTo)}` };
  const pageUrl = places.payPage(prepaid.code_url);
  return { kind: 'show_qr', data: prepaid.code_url, ...(pageUrl !== undefined && { pageUrl }) };
}
