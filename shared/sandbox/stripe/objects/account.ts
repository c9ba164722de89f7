import type Stripe from 'stripe';
import type {
  CustomerRecord,
  ReversalRecord,
  TransactionRecord,
  TransactionType,
  TransferRecord,
} from '../state/records';
import type { World } from '../world';

const categories: Record<TransactionType, string> = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund_failure',
  payment_failure_refund: 'refund_failure',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
  adjustment: 'other_adjustment',
};

/** A BalanceTransaction in Stripe's full shape; `amount` is another one where its statement is to be wrong. The sandbox pays out at once. */
export const presentTransaction = (
  row: TransactionRecord,
  amount: number = row.amount,
): Stripe.BalanceTransaction => ({
  id: row.id,
  object: 'balance_transaction',
  amount,
  available_on: row.created,
  balance_type: 'payments',
  created: row.created,
  currency: row.currency,
  description: row.description,
  exchange_rate: null,
  fee: row.fee ?? 0,
  fee_details:
    row.fee === undefined
      ? []
      : [
          {
            amount: row.fee,
            application: null,
            currency: row.currency,
            description: 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ],
  net: amount - (row.fee ?? 0),
  reporting_category: categories[row.type],
  source: row.source,
  status: 'available',
  type: row.type,
});

/** The account's Balance in Stripe's full shape. */
export function presentBalance({ store }: World): Stripe.Balance {
  const rows = store.balances.size > 0 ? [...store.balances] : ([['cny', 0]] as const);
  return {
    object: 'balance',
    available: rows.map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } })),
    livemode: false,
    pending: rows.map(([currency]) => ({ amount: 0, currency, source_types: { card: 0 } })),
  };
}

/** A Transfer in Stripe's full shape, with its newest ten reversals. */
export function presentTransfer({ store }: World, transfer: TransferRecord): Stripe.Transfer {
  const reversals = store.reversal.idsBy('transfer', transfer.id);
  return {
    id: transfer.id,
    object: 'transfer',
    amount: transfer.amount,
    amount_reversed: transfer.reversed,
    balance_transaction: transfer.transaction,
    created: transfer.created,
    currency: transfer.currency,
    description: transfer.description,
    destination: transfer.destination,
    destination_payment: transfer.destinationPayment,
    livemode: false,
    metadata: transfer.metadata,
    reversals: {
      object: 'list',
      data: reversals
        .slice(-10)
        .reverse()
        .flatMap((id) => {
          const reversal = store.reversal.get(id);
          return reversal ? [presentReversal(reversal)] : [];
        }),
      has_more: reversals.length > 10,
      url: `/v1/transfers/${transfer.id}/reversals`,
    },
    reversed: transfer.reversed === transfer.amount,
    source_transaction: transfer.sourceTransaction,
    source_type: 'card',
    transfer_group: transfer.transferGroup,
  };
}

/** A TransferReversal in Stripe's full shape. */
export const presentReversal = (row: ReversalRecord): Stripe.TransferReversal => ({
  id: row.id,
  object: 'transfer_reversal',
  amount: row.amount,
  balance_transaction: row.transaction,
  created: row.created,
  currency: row.currency,
  destination_payment_refund: null,
  metadata: row.metadata,
  source_refund: null,
  transfer: row.transfer,
});

/** A Customer in Stripe's full shape. */
export const presentCustomer = (row: CustomerRecord): Stripe.Customer => ({
  id: row.id,
  object: 'customer',
  address: null,
  balance: 0,
  created: row.created,
  currency: null,
  customer_account: null,
  default_source: null,
  delinquent: false,
  description: row.description,
  discount: null,
  email: row.email,
  invoice_prefix: row.id.slice(-8).toUpperCase(),
  invoice_settings: {
    custom_fields: null,
    default_payment_method: null,
    footer: null,
    rendering_options: null,
  },
  livemode: false,
  metadata: row.metadata,
  name: row.name,
  next_invoice_sequence: 1,
  phone: row.phone,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
});
