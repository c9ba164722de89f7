import { RefundId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Refund } from '../../domain/refund';
import { type OrdersDeps } from '../deps';
import { granting, type RefundOrder } from './refundOrder';

const refundId = RefundId.parse('ref_preview');

/**
 * The refund that the same wish would be at this moment; undefined when nothing goes back. Changes nothing.
 * @throws {Refused} NOT_FOUND, REFUND_TOO_LARGE, REFUND_TOO_SMALL
 * @throws {OrderActionNotAllowed}
 */
export async function previewRefund(
  { orders, now }: Pick<OrdersDeps, 'orders' | 'now'>,
  wish: Omit<RefundOrder, 'refundId'>,
): Promise<Refund | undefined> {
  const order = found(await orders.find(wish.orderId));
  const { refunds } = granting(order, { ...wish, refundId }, now()).order;
  return refunds.find((refund) => refund.refundId === refundId);
}
