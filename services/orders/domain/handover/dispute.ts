import { type EventData } from '#shared/contracts/events';
import { chargeOf, chargeRefund, payerNamed } from '../charges';
import { type Order } from '../order';
import { type Refund, sumOf } from '../refund';

type Decided = Pick<
  EventData<'delivery.discrepancy_decided.v1'>,
  'skuId' | 'payer' | 'payerAccountId' | 'decidedBy' | 'decidedAt'
>;

/**
 * Charges what went back for missing units of one Sku to whom an operator named: of a refund of several Skus, that one's part. What a later
 * decision has charged stays. An order that lacked nothing of it is given back as it is.
 */
export function chargeDisputed(order: Order, { skuId, payer, payerAccountId, ...decided }: Decided): Order {
  const at = new Date(decided.decidedAt);
  const lineIds = order.lines.filter(({ offer }) => offer.skuId === skuId).map(({ lineId }) => lineId);
  const about = ({ lines }: Refund) => lines.filter(({ lineId }) => lineIds.includes(lineId));
  const isSettledLater = (refund: Refund) => (chargeOf(refund)?.at ?? at) > at;
  return order.refunds
    .filter((refund) => refund.reason === 'shortage_at_handover' && !isSettledLater(refund))
    .reduce((before, refund) => {
      const fen = sumOf(about(refund));
      if (fen === 0) return before;
      const account = payerNamed(before, lineIds, { payer, accountId: payerAccountId });
      return chargeRefund(before, refund.refundId, {
        ...account,
        ...{ fen, at, by: decided.decidedBy, because: 'dispute' },
      });
    }, order);
}
