import { type OrderStatus, type RefundReason } from '#shared/contracts/events/orders';
import {
  type AccountId,
  type CityId,
  type ConsolidationId,
  type CycleId,
  type GroupOrderId,
  type LineId,
  type OrderId,
  type PickupPointId,
  type RedemptionId,
} from '#shared/contracts/ids';
import { type Recipient } from '#shared/contracts/orders/orderViews';
import { type From, type OrderAction, type To } from './lifecycle';
import { type OrderLine } from './line';
import { type Payment, type PaymentAttempt } from './payment';
import { type Amounts } from './pricing';
import { type Refund } from './refund';

/** Stock as the order sees it. Holds of unpaid orders also expire by themselves. */
export type Stock =
  | { readonly state: 'held' }
  /** It belongs to the order; `returning` lines are to be given back to the catalogue. */
  | { readonly state: 'allocated'; readonly returning: readonly LineId[] }
  | { readonly state: 'to_return'; readonly since: Date }
  | { readonly state: 'returned' };

/** What became of the order at cutoff: exactly one of these, for every order of the cycle. */
export type CutoffReceipt = { readonly at: Date } & (
  | { readonly outcome: 'consolidated'; readonly consolidationId: ConsolidationId }
  | { readonly outcome: 'refunded'; readonly reason: RefundReason }
  | { readonly outcome: 'not_paid' }
);

/** What does not change in the life of an order, but for the anonymising of people who leave. */
export type OrderIdentity = {
  readonly id: OrderId;
  readonly accountId: AccountId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly pickupPointId: PickupPointId;
  readonly groupOrderId: GroupOrderId;
  readonly fulfilment: { readonly kind: 'pickup' } | { readonly kind: 'door'; readonly address: string };
  readonly recipient: Recipient;
  /** The neighbour whom a leader ordered for. */
  readonly onBehalfOf?: Recipient;
  readonly note?: string;
  readonly placedAt: Date;
  /** The hold of the stock ends then, unless it was paid. */
  readonly holdUntil: Date;
  readonly cutoffAt: Date;
  /** Until when money of a payment begun before cutoff still counts. */
  readonly graceUntil: Date;
  /** City-local day. */
  readonly pickupDate: string;
  readonly amounts: Amounts;
  /** Of the request that placed it: another request under the same key is a mistake. */
  readonly fingerprint: string;
};

export type OrderBase = OrderIdentity & {
  /** Rises by one with each change. */
  readonly version: number;
  readonly lines: readonly OrderLine[];
  readonly attempts: readonly PaymentAttempt[];
  readonly refunds: readonly Refund[];
  readonly stock: Stock;
  readonly receipt?: CutoffReceipt;
};

type Paid = { readonly paidAt: Date; readonly payment: Payment };
type Consolidated = Paid & { readonly consolidationId: ConsolidationId; readonly consolidatedAt: Date };
type InTransit = Consolidated & { readonly departedAt?: Date };
type Ready = InTransit & { readonly readyAt: Date };
type Collected = Ready & {
  readonly collectedAt: Date;
  readonly redemptionId: RedemptionId;
  /** When the last claim window of its lines ends. */
  readonly closesAt: Date;
  /** Who led the pickup point at that moment: the commission is theirs. Absent: nobody did. */
  readonly leaderAccountId?: AccountId;
};

/** What is known about an order in each status, and nothing more. */
type Facts = {
  awaiting_payment: { readonly payBefore: Date };
  expired: { readonly expiredAt: Date };
  paid: Paid;
  consolidated: Consolidated;
  in_transit: InTransit & { readonly departedAt: Date };
  ready: Ready;
  collected: Collected;
  closed: Collected & { readonly closedAt: Date };
  /** With a payment when it was paid before. */
  cancelled: { readonly cancelledAt: Date } & (Paid | { readonly payment?: never; readonly paidAt?: never });
  failed: Paid & { readonly failedAt: Date; readonly failedBecause: RefundReason };
};

export type OrderIn<S extends OrderStatus> = {
  [K in S]: OrderBase & { readonly status: K } & Facts[K];
}[S];
export type Order = OrderIn<OrderStatus>;
export type Before<A extends OrderAction> = OrderIn<From<A>>;
export type After<A extends OrderAction> = OrderIn<To<A>>;

/** An order that money came in for. */
export type OrderWithPayment = Extract<Order, { readonly payment: Payment }>;

/** The door that an order is brought to, if it is. */
export const doorOf = ({ fulfilment }: Pick<Order, 'fulfilment'>): { readonly address?: string } =>
  fulfilment.kind === 'door' ? { address: fulfilment.address } : {};

export const hasPayment = (order: Order): order is OrderWithPayment => 'payment' in order;

/** What every status has of `order`, with the next version: the beginning of each transition. */
export function nextBase(order: Order): OrderBase {
  const base: { -readonly [K in keyof OrderBase]: OrderBase[K] } = {
    id: order.id,
    accountId: order.accountId,
    cityId: order.cityId,
    cycleId: order.cycleId,
    pickupPointId: order.pickupPointId,
    groupOrderId: order.groupOrderId,
    fulfilment: order.fulfilment,
    recipient: order.recipient,
    placedAt: order.placedAt,
    holdUntil: order.holdUntil,
    cutoffAt: order.cutoffAt,
    graceUntil: order.graceUntil,
    pickupDate: order.pickupDate,
    amounts: order.amounts,
    fingerprint: order.fingerprint,
    version: order.version + 1,
    lines: order.lines,
    attempts: order.attempts,
    refunds: order.refunds,
    stock: order.stock,
  };
  if (order.onBehalfOf) base.onBehalfOf = order.onBehalfOf;
  if (order.note !== undefined) base.note = order.note;
  if (order.receipt) base.receipt = order.receipt;
  return base;
}

/** The same order in the same status with some of its base changed, as its next version. */
export const amend = <O extends Order>(
  order: O,
  changes: Partial<Pick<OrderBase, 'lines' | 'attempts' | 'refunds' | 'stock' | 'receipt'>>,
): O => ({ ...order, ...changes, version: order.version + 1 });
