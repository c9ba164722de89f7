import type { CardName, Decline } from '../cards';

/** What the sandbox remembers. Stripe's full shapes are built from these by `objects/`. All amounts are minor units. */

export type MethodType = 'card' | 'alipay' | 'wechat_pay';
export type Metadata = Record<string, string>;

export type IntentState =
  | { status: 'requires_payment_method' }
  | { status: 'requires_confirmation' }
  | { status: 'requires_action' }
  | { status: 'requires_capture'; charge: string }
  | { status: 'succeeded'; charge: string; received: number }
  | { status: 'canceled'; at: number; reason: string | null };

export type Address = {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
};
export type Shipping = {
  address: Address;
  name: string;
  phone: string | null;
  carrier: string | null;
  tracking_number: string | null;
};

export type IntentRecord = {
  id: string;
  secret: string;
  created: number;
  amount: number;
  currency: string;
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  cardCaptureMethod: 'manual' | null;
  confirmationMethod: 'automatic' | 'manual';
  allowedTypes: MethodType[] | null;
  types: MethodType[];
  automatic: { allowRedirects: 'always' | 'never' } | null;
  wechatClient: 'web' | 'ios' | 'android' | null;
  wechatAppId: string | null;
  customer: string | null;
  description: string | null;
  metadata: Metadata;
  receiptEmail: string | null;
  returnUrl: string | null;
  setupFutureUsage: 'off_session' | 'on_session' | null;
  shipping: Shipping | null;
  statementDescriptor: string | null;
  statementDescriptorSuffix: string | null;
  transferGroup: string | null;
  paymentMethod: string | null;
  latestCharge: string | null;
  lastError: { decline: Decline; charge: string | null; method: string | null } | null;
  state: IntentState;
};

export type ChargeState =
  | { kind: 'failed'; decline: Decline }
  | { kind: 'authorised'; captureBefore: number }
  | { kind: 'captured'; amount: number; transaction: string; captureBefore: number | null }
  | { kind: 'released' };

export type ChargeRecord = {
  id: string;
  created: number;
  intent: string;
  amount: number;
  /** Sum of the refunds that did not fail. */
  refunded: number;
  method: string;
  state: ChargeState;
};

export type RefundState =
  /** `settles` null: held until the control API decides. Instants in milliseconds. */
  | { status: 'pending'; settles: { at: number; outcome: 'succeeded' | 'failed' } | null }
  | { status: 'succeeded'; failsAt: number | null }
  | { status: 'failed'; reason: string; transaction: string }
  | { status: 'canceled'; transaction: string };

export type RefundRecord = {
  id: string;
  created: number;
  charge: string;
  intent: string;
  method: string;
  type: MethodType;
  amount: number;
  currency: string;
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null;
  metadata: Metadata;
  transaction: string;
  state: RefundState;
};

export type Billing = {
  address: Address | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  tax_id: string | null;
};

export type MethodRecord = {
  id: string;
  created: number;
  customer: string | null;
  metadata: Metadata;
  billing: Billing;
} & ({ type: 'card'; card: CardName; expMonth: number; expYear: number } | { type: 'alipay' | 'wechat_pay' });

export type CustomerRecord = {
  id: string;
  created: number;
  name: string | null;
  email: string | null;
  phone: string | null;
  description: string | null;
  metadata: Metadata;
};

export type TransactionType =
  | 'charge'
  | 'payment'
  | 'refund'
  | 'payment_refund'
  | 'refund_failure'
  | 'payment_failure_refund'
  | 'transfer'
  | 'transfer_refund'
  | 'adjustment';

export type TransactionRecord = {
  id: string;
  created: number;
  amount: number;
  currency: string;
  type: TransactionType;
  /** Absent: none. */
  fee?: number;
  /** Null for what no payment, refund or transfer is behind. */
  source: string | null;
  description: string | null;
};

export type TransferRecord = {
  id: string;
  created: number;
  amount: number;
  reversed: number;
  currency: string;
  description: string | null;
  destination: string;
  destinationPayment: string;
  metadata: Metadata;
  sourceTransaction: string | null;
  transferGroup: string | null;
  transaction: string;
};

export type ReversalRecord = {
  id: string;
  created: number;
  amount: number;
  currency: string;
  transfer: string;
  metadata: Metadata;
  transaction: string;
};

/** `body` is the event as it is sent: a snapshot that later changes of its object do not touch. */
export type EventRecord = { id: string; created: number; type: string; body: string };

/** The stored answer to an idempotency key. */
export type AnswerRecord = {
  id: string;
  at: number;
  fingerprint: string;
  requestId: string;
  status: number;
  body: string;
};
