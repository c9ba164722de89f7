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
import { type Claim } from './claims/claim';
import { assertCan, type From, type OrderAction, type To, transitions } from './lifecycle';
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
  /** Tax that the delivery fee includes, as `taxBasisPoints` of a line. */
  readonly feeTaxBasisPoints?: number;
  /** Of the request that placed it: another request under the same key is a mistake. */
  readonly fingerprint: string;
};

export type OrderBase = OrderIdentity & {
  /** Rises by one with each change. */
  readonly version: number;
  readonly lines: readonly OrderLine[];
  readonly attempts: readonly PaymentAttempt[];
  readonly refunds: readonly Refund[];
  /** After-sales cases, in the order in which they were opened; absent: none. */
  readonly claims?: readonly Claim[];
  readonly stock: Stock;
  readonly receipt?: CutoffReceipt;
  /** The consolidation whose lists still have goods of the order that do not come any more. */
  readonly outdatedLists?: ConsolidationId;
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

export type FactsIn<S extends OrderStatus> = Facts[S];
type NameIn<F> = F extends unknown ? keyof F : never;

/** The name of every fact: an order is stored flat, and this tells its facts from what every order has. */
export const factNames = {
  payBefore: true,
  expiredAt: true,
  paidAt: true,
  payment: true,
  consolidationId: true,
  consolidatedAt: true,
  departedAt: true,
  readyAt: true,
  collectedAt: true,
  redemptionId: true,
  closesAt: true,
  leaderAccountId: true,
  closedAt: true,
  cancelledAt: true,
  failedAt: true,
  failedBecause: true,
} as const satisfies Record<NameIn<Facts[OrderStatus]>, true>;

type With<S extends OrderStatus, F> = F extends unknown
  ? OrderBase & { readonly status: S; readonly facts: F }
  : never;

/** An order in one of the statuses `S`: what every order has, and beside it the facts of its status. */
export type OrderIn<S extends OrderStatus> = { [K in S]: With<K, Facts[K]> }[S];
export type Order = OrderIn<OrderStatus>;
export type Before<A extends OrderAction> = OrderIn<From<A>>;
export type After<A extends OrderAction> = OrderIn<To<A>>;

/** An order that money came in for. */
export type OrderWithPayment = Extract<Order, { readonly facts: { readonly payment: Payment } }>;

/** The door that an order is brought to, if it is. */
export const doorOf = ({ fulfilment }: Pick<Order, 'fulfilment'>): { readonly address?: string } =>
  fulfilment.kind === 'door' ? { address: fulfilment.address } : {};

/** Who led the pickup point when it was collected; undefined: it was not yet, or nobody did. */
export const leaderOfOrder = ({ facts }: Order): AccountId | undefined =>
  'leaderAccountId' in facts ? facts.leaderAccountId : undefined;

export const hasPayment = (order: Order): order is OrderWithPayment => 'payment' in order.facts;

/**
 * `order` after `action`, as its next version: in the status that the action leads to, with the facts of that status. Whatever
 * every order has stays as it was.
 * @throws {OrderActionNotAllowed}
 */
export function enter<A extends OrderAction>(
  action: A,
  order: Before<A>,
  facts: FactsIn<To<A>>,
): OrderIn<To<A>> {
  assertCan(action, order as Order);
  const { to } = transitions[action];
  return { ...(order as Order), version: order.version + 1, status: to, facts } as unknown as OrderIn<To<A>>;
}

/** The same order in the same status with some of its base changed, as its next version. */
export const amend = <O extends Order>(
  order: O,
  changes: Partial<Pick<OrderBase, 'lines' | 'attempts' | 'refunds' | 'claims' | 'stock' | 'receipt'>>,
): O => ({ ...order, ...changes, version: order.version + 1 });

/** The same order in the same status with some of its facts changed, as its next version. */
export const amendFacts = <O extends Order>(order: O, changes: Partial<O['facts']>): O => ({
  ...order,
  facts: { ...order.facts, ...changes },
  version: order.version + 1,
});
