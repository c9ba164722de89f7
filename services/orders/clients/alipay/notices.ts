import { PaymentId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type ProviderEvent } from '../paymentProvider';
import { BeijingTime, Yuan } from './notation';
import { readPassback } from './passback';
import { refundOf } from './refunds';
import { isTaken, TradeStatus } from './trades';

/** Alipay repeats a notice for 24 hours and 24 minutes. */
const oldestMs = 26 * 3_600_000;

const Envelope = z.object({
  notify_id: z.string().min(1).max(128),
  notify_type: z.string(),
  notify_time: BeijingTime,
  app_id: z.string(),
});

/** As much of a notice of a trade as we rely on. Documentation: opendocs.alipay.com, 异步通知说明 (/open/204/105301). */
const TradeNotice = z.object({
  seller_id: z.string(),
  out_trade_no: z.string(),
  trade_status: TradeStatus,
  total_amount: Yuan,
  passback_params: z.string().default(''),
  /** There once something was given back: the number of the last refund. */
  gmt_refund: z.string().optional(),
  out_biz_no: z.string().default(''),
});

export type Merchant = { readonly appId: string; readonly sellerId: string };

/**
 * What a notice is about; its fields are known to be signed by Alipay.
 * @throws {Refused | ZodError} WEBHOOK_REFUSED when it is too old, for another app or merchant, or of another amount than was asked for
 */
export function readNotice(
  fields: Readonly<Record<string, string>>,
  { appId, sellerId }: Merchant,
  now: Date,
): ProviderEvent {
  const { notify_id: eventId, notify_type, notify_time, app_id } = Envelope.parse(fields);
  if (app_id !== appId) throw new Refused('WEBHOOK_REFUSED', 'This notice is for another app.');
  if (now.getTime() - notify_time.getTime() > oldestMs)
    throw new Refused('WEBHOOK_REFUSED', 'This notice is too old.');
  if (notify_type !== 'trade_status_sync')
    return { provider: 'alipay', eventId, type: notify_type, subject: { kind: 'nothing' } };
  const notice = TradeNotice.parse(fields);
  if (notice.seller_id !== sellerId)
    throw new Refused('WEBHOOK_REFUSED', 'This notice is for another merchant.');
  const subject = subjectOf(notice);
  const type = subject.kind === 'refund' ? 'refund' : notice.trade_status;
  return { provider: 'alipay', eventId, type, subject };
}

function subjectOf(notice: z.infer<typeof TradeNotice>): ProviderEvent['subject'] {
  const ours = readPassback(notice.passback_params);
  if (!ours || !PaymentId.safeParse(notice.out_trade_no).success) return { kind: 'nothing' };
  const { orderId, fen } = ours;
  if (notice.total_amount !== fen)
    throw new Refused('WEBHOOK_REFUSED', 'This notice tells another amount than was asked for.');
  if (notice.gmt_refund === undefined)
    return {
      ...{ kind: 'intent', orderId, intentId: notice.out_trade_no },
      taken: isTaken(notice.trade_status),
    };
  const refundId = refundOf(notice.out_biz_no);
  // Of whichever attempt it is: all have one number.
  return refundId
    ? { kind: 'refund', orderId, refundId, attempt: 1, providerRefundId: notice.out_biz_no }
    : { kind: 'nothing' };
}
