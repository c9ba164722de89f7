import pino from 'pino';
import { newId } from '../../../shared/kit/ids';
import { type PaymentHost } from '../../../shared/contracts/orders/paymentViews';
import { handClock } from '../../../shared/sandbox/kit/support';
import { startWechatPay } from '../../../shared/sandbox/wechatpay/support';
import { anIntentWish } from './anIntentWish';
import { type IntentWish, type RefundRequest } from '../../../services/orders/clients/paymentProvider';
import { settingsOfStandIn } from '../../../services/orders/clients/wechatpay/standIn';
import {
  wechatPayments,
  type WechatPayOptions,
} from '../../../services/orders/clients/wechatpay/wechatPayments';

/** The stand-in of WeChat Pay, and our client of it. What that logs is in `lines`. */
export async function startPaying(
  given: Partial<WechatPayOptions> = {},
  sandbox: Parameters<typeof startWechatPay>[0] = {},
) {
  const clock = handClock('2026-11-30T08:00:00Z');
  const on = await startWechatPay({ now: clock.now, refunds: { mode: 'held' }, ...sandbox });
  const lines: string[] = [];
  const options: WechatPayOptions = {
    ...settingsOfStandIn(on.keys, on.url),
    publicUrl: 'https://shop.example',
    notifyUrl: 'http://127.0.0.1:9/notices',
    openidOf: (_accountId, { loginCode, officialAppId }) =>
      Promise.resolve(loginCode ?? (officialAppId === undefined ? 'o-wang' : 'o-wang-in-browser')),
    now: clock.now,
    log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
    ...given,
  };
  const payments = wechatPayments(options);

  const wishIn = (host: PaymentHost, more: Partial<IntentWish> = {}): IntentWish =>
    anIntentWish(clock.now(), {
      wish: { method: 'wechat_pay', host },
      payer: host === 'phone_browser' ? '198.51.100.7' : 'o-wang',
      ...more,
    });
  const paid = async () => {
    const wish = wishIn('wechat_mini_program');
    await payments.begin(wish);
    await on.control('POST', `/trades/${wish.paymentId}/pay`);
    return wish;
  };
  return {
    on,
    clock,
    options,
    payments,
    lines,
    wishIn,
    /** A payment that the person has paid. */
    paid,
    /** A part of it that is to go back. */
    refundOf: ({ orderId, paymentId }: IntentWish, more: Partial<RefundRequest> = {}): RefundRequest => ({
      orderId,
      refundId: newId('ref', clock.now()),
      attempt: 1,
      intentId: paymentId,
      fen: 500,
      paidFen: 1234,
      requestedAt: clock.now(),
      ...more,
    }),
    settle: (outRefundNo: string, outcome: string) =>
      on.control('POST', `/refunds/${outRefundNo}/settle`, { outcome }),
    fault: (kind: string, more: object = {}) => on.control('POST', '/faults', { kind, ...more }),
    close: on.close,
  };
}

export const unavailable = expect.objectContaining({ code: 'PAYMENT_UNAVAILABLE' }) as unknown;
