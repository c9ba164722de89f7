import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { type Handover } from '../paymentProvider';
import { type Platform, platformCalls } from './platformCalls';

type Options = {
  readonly platform: Platform;
  readonly mchid: string;
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly log: Log;
};

const Known = z.object({ order: z.object({ order_state: z.int() }) });
const Done = z.object({});
/** Of an order whose shipping nobody has told yet. */
const toShip = 1;
/** Told as it is already, or by hand, or there is nothing to ship any more. */
const knownErrors = new Set([10060003, 10060004, 10060023]);
/** WeChat hears of a payment a little after it was made. */
const notYetKnown = 10060001;
const ways = { pickup: 4, door: 2 } as const;

/**
 * The duty to report shipping: WeChat keeps the money of a mini program's sales frozen until then.
 * Documentation: developers.weixin.qq.com, 发货信息录入 (/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo) and
 * 查询订单发货状态 (…/api_getorder).
 */
export function shippingReports({ platform, mchid, timeoutMs, now, log }: Options) {
  const ask = platformCalls({ platform, timeoutMs, now, log });

  async function isTold(intentId: string): Promise<boolean> {
    const answer = await ask(Known, '/wxa/sec/order/get_order', {
      merchant_id: mchid,
      merchant_trade_no: intentId,
    });
    if (typeof answer === 'number') throw new Refused('PAYMENT_UNAVAILABLE');
    return answer.order.order_state !== toShip;
  }

  /** @throws {Refused} PAYMENT_UNAVAILABLE when WeChat cannot be asked, or has not heard of the payment yet */
  return async ({ intentId, payer, way, goods, at }: Handover): Promise<'told' | 'refused'> => {
    if (await isTold(intentId)) return 'told';
    const answer = await ask(Done, '/wxa/sec/order/upload_shipping_info', {
      order_key: { order_number_type: 1, mchid, out_trade_no: intentId },
      logistics_type: ways[way],
      delivery_mode: 1,
      shipping_list: [{ item_desc: described(goods) }],
      upload_time: at.toISOString(),
      payer: { openid: payer },
    });
    if (typeof answer !== 'number' || knownErrors.has(answer)) return 'told';
    if (answer === notYetKnown) throw new Refused('PAYMENT_UNAVAILABLE');
    return 'refused';
  };
}

const maxDescribed = 120;

/** At most 120 characters. */
function described(goods: readonly string[]): string {
  const text = goods.join('、');
  return text.length <= maxDescribed ? text : `${text.slice(0, maxDescribed - 1)}…`;
}
