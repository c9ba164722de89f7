import { OrderId, PaymentId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type ProviderEvent, type Webhook } from '../paymentProvider';
import { isGenuine, type KeyOf } from './genuine';
import { isOurApp, type Merchant } from './merchant';
import { readRefundNumber } from './numbers';
import { opened, Sealed } from './sealed';

const Notice = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string().min(1).max(64),
  resource: Sealed.extend({ original_type: z.string().optional() }),
});
const Paid = z.object({ mchid: z.string(), appid: z.string(), out_trade_no: z.string(), attach: z.string() });
const Refunded = z.object({ mchid: z.string(), out_refund_no: z.string(), refund_id: z.string() });

type Options = { readonly merchant: Merchant; readonly keyOf: KeyOf; readonly now: () => Date };

/**
 * Notices of payments and refunds. They only say where to look: what they tell of sums is not used.
 * Documentation: pay.weixin.qq.com, 支付成功回调通知 (/doc/v3/merchant/4012791861), 退款结果回调通知 (/doc/v3/merchant/4012791865).
 */
export function notices({ merchant, keyOf, now }: Options): Webhook {
  return {
    async read(report) {
      if (!(await isGenuine(report, keyOf, now()))) throw new Refused('WEBHOOK_REFUSED');
      const notice = Notice.parse(parsed(report.body.toString()));
      const content = opened(notice.resource, merchant.apiV3Key);
      if (content === undefined) throw new Refused('WEBHOOK_REFUSED');
      return {
        provider: 'wechatpay',
        eventId: notice.id,
        type: notice.event_type,
        subject: subjectOf(notice.event_type, parsed(content), merchant),
      };
    },
    taken: { status: 200, contentType: 'application/json', body: '{"code":"SUCCESS"}' },
  };
}

/** @throws {Refused} WEBHOOK_REFUSED when it is about another merchant or app */
function subjectOf(type: string, content: unknown, merchant: Merchant): ProviderEvent['subject'] {
  if (type === 'TRANSACTION.SUCCESS') return paidSubject(Paid.parse(content), merchant);
  if (type.startsWith('REFUND.')) return refundSubject(type, Refunded.parse(content), merchant);
  return { kind: 'nothing' };
}

function paidSubject(paid: z.infer<typeof Paid>, merchant: Merchant): ProviderEvent['subject'] {
  if (paid.mchid !== merchant.mchid || !isOurApp(merchant, paid.appid)) throw new Refused('WEBHOOK_REFUSED');
  const orderId = OrderId.safeParse(paid.attach).data;
  const intentId = PaymentId.safeParse(paid.out_trade_no).data;
  if (orderId === undefined || intentId === undefined) return { kind: 'nothing' };
  return { kind: 'intent', intentId, orderId, taken: true };
}

function refundSubject(
  type: string,
  refunded: z.infer<typeof Refunded>,
  merchant: Merchant,
): ProviderEvent['subject'] {
  if (refunded.mchid !== merchant.mchid) throw new Refused('WEBHOOK_REFUSED');
  const number = readRefundNumber(refunded.out_refund_no);
  if (!number) return { kind: 'nothing' };
  const { orderId, count } = number;
  if (number.kind === 'refund')
    return {
      ...{ kind: 'refund', orderId, refundId: number.refundId, attempt: count },
      providerRefundId: refunded.refund_id,
    };
  // Money that pays no order is there again, so that it must be returned once more.
  return type === 'REFUND.CLOSED'
    ? { kind: 'intent', intentId: number.paymentId, orderId, taken: false }
    : { kind: 'nothing' };
}

/** @throws {Refused} MALFORMED_REQUEST */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused('MALFORMED_REQUEST', 'The body must be JSON');
  }
}
