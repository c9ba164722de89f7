import { type OrderId, type RefundId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { OrderActionNotAllowed } from '../../domain/lifecycle';
import { type Order } from '../../domain/order';
import { wishPart } from '../../domain/refund';
import { updateRefund } from '../../domain/refunds';
import { type OrdersDeps } from '../deps';

/**
 * Tries a failed refund again, as a new attempt at the provider.
 * @throws {Refused} NOT_FOUND @throws {OrderActionNotAllowed} when it has not failed.
 */
export function retryRefund({ orders }: OrdersDeps, orderId: OrderId, refundId: RefundId): Promise<Order> {
  return orders.change(orderId, (order) => {
    const refund = order.refunds.find((one) => one.refundId === refundId);
    if (!refund) throw new Refused('NOT_FOUND');
    if (refund.status === 'due' || refund.status === 'requested') return undefined;
    if (refund.status !== 'failed') throw new OrderActionNotAllowed('retryRefund', order.status);
    return updateRefund(order, refundId, (failed) => ({
      ...wishPart(failed),
      attempt: failed.attempt + 1,
      status: 'due',
    }));
  });
}
