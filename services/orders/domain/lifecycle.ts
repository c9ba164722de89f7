import { type OrderStatus } from '#shared/contracts/events/orders';
import { DomainError } from '#shared/kit/domainError';

/** The whole life of an order: what may happen, from where, leading to what. */
export const transitions = {
  /** Money was authorised or charged, and the stock became the order's own. */
  pay: { from: ['awaiting_payment'], to: 'paid' },
  /** The time to pay ran out and nothing can be taken any more. */
  expire: { from: ['awaiting_payment'], to: 'expired' },
  /** The shopper changed their mind before cutoff. */
  cancel: { from: ['awaiting_payment', 'paid'], to: 'cancelled' },
  /** Money is there, but nothing can be delivered for it: all of it goes back. */
  fail: {
    from: ['awaiting_payment', 'expired', 'paid', 'consolidated', 'in_transit', 'ready'],
    to: 'failed',
  },
  /** After cutoff it became part of a Consolidation. */
  consolidate: { from: ['paid'], to: 'consolidated' },
  /** The courier left with it. */
  depart: { from: ['consolidated'], to: 'in_transit' },
  /** The leader received it. */
  receive: { from: ['consolidated', 'in_transit'], to: 'ready' },
  /** The neighbour has it. */
  collect: { from: ['ready'], to: 'collected' },
  /** The claim window passed. */
  close: { from: ['collected'], to: 'closed' },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: OrderStatus }>;

export type OrderAction = keyof typeof transitions;
export type From<A extends OrderAction> = (typeof transitions)[A]['from'][number];
export type To<A extends OrderAction> = (typeof transitions)[A]['to'];

/** Whether `action` is possible in `status`. */
export const can = (action: OrderAction, status: OrderStatus): boolean =>
  (transitions[action].from as readonly OrderStatus[]).includes(status);

/**
 * Narrows `order` to the statuses that allow `action`.
 * @throws {OrderActionNotAllowed}
 */
export function assertCan<A extends OrderAction, O extends { readonly status: OrderStatus }>(
  action: A,
  order: O,
): asserts order is Extract<O, { readonly status: From<A> }> {
  if (!can(action, order.status)) throw new OrderActionNotAllowed(action, order.status);
}

export class OrderActionNotAllowed extends DomainError {
  override readonly name = 'OrderActionNotAllowed';
  override readonly code = 'ORDER_ACTION_NOT_ALLOWED';
  override readonly details: { readonly action: string; readonly status: OrderStatus };

  /** @param action a transition, or another verb of the API such as `refund`. */
  constructor(action: string, status: OrderStatus) {
    super(`Cannot ${action} an order that is ${status}`);
    this.details = { action, status };
  }
}
