import type Stripe from 'stripe';
import type { RefundRecord } from '../state/records';

/** A Refund in Stripe's full shape. */
export function presentRefund(refund: RefundRecord): Stripe.Refund {
  const { state } = refund;
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.transaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: null,
    customer_account: null,
    destination_details: destination(refund),
    ...(state.status === 'failed' && {
      failure_balance_transaction: state.transaction,
      failure_reason: state.reason,
    }),
    metadata: refund.metadata,
    payment_intent: refund.intent,
    payment_method: refund.method,
    ...(state.status === 'pending' && { pending_reason: 'processing' }),
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: state.status,
    transfer_reversal: null,
  };
}

function destination({ type, id, state }: RefundRecord): Stripe.Refund.DestinationDetails {
  switch (type) {
    case 'card':
      return state.status === 'succeeded'
        ? {
            type,
            card: {
              reference: id.slice(-23),
              reference_status: 'available',
              reference_type: 'acquirer_reference_number',
              type: 'refund',
            },
          }
        : {
            type,
            card: {
              reference_status: 'pending',
              reference_type: 'acquirer_reference_number',
              type: 'refund',
            },
          };
    case 'alipay':
      return { type, alipay: {} };
    case 'wechat_pay':
      return { type, wechat_pay: {} };
  }
}
