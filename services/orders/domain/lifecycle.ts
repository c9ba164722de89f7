import { orderStatuses, type OrderStatus } from '#shared/contracts/events/orders';
import { DomainError } from '#shared/kit/domainError';

type Transition = {
  readonly from: readonly OrderStatus[];
  readonly to: OrderStatus;
  /** It ends the order: nothing of it comes. */
  readonly ends?: true;
};

/** The whole life of an order: what may happen, from where, leading to what. */
export const transitions = {
  /** Money was authorised or charged, and the stock became the order's own. */
  pay: { from: ['awaiting_payment'], to: 'paid' },
  /** The time to pay ran out and nothing can be taken any more. */
  expire: { from: ['awaiting_payment'], to: 'expired', ends: true },
  /** The shopper changed their mind before cutoff. */
  cancel: { from: ['awaiting_payment', 'paid'], to: 'cancelled', ends: true },
  /** Money is there, but nothing can be delivered for it: all of it goes back. */
  fail: {
    from: ['awaiting_payment', 'expired', 'paid', 'consolidated', 'in_transit', 'ready'],
    to: 'failed',
    ends: true,
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
} as const satisfies Record<string, Transition>;

export type OrderAction = keyof typeof transitions;
export type From<A extends OrderAction> = (typeof transitions)[A]['from'][number];
export type To<A extends OrderAction> = (typeof transitions)[A]['to'];

/** Whether `action` is possible in `status`. */
export const can = (action: OrderAction, status: OrderStatus): boolean =>
  (transitions[action].from as readonly OrderStatus[]).includes(status);

const steps: readonly Transition[] = Object.values(transitions);

/** Statuses of orders that ended, and of which nothing comes. */
export const endedStatuses: readonly OrderStatus[] = orderStatuses.filter((status) =>
  steps.some(({ ends, to }) => ends && to === status),
);

/** `first`, and every status that an order which does not end comes to after it. */
export function statusesFrom(first: OrderStatus): readonly OrderStatus[] {
  const found = new Set([first]);
  for (const status of found)
    for (const { from, to, ends } of steps) if (!ends && from.includes(status)) found.add(to);
  return orderStatuses.filter((status) => found.has(status));
}

/** Whether `order` is in a status that allows `action`. */
export const may = <A extends OrderAction, O extends { readonly status: OrderStatus }>(
  action: A,
  order: O,
): order is Extract<O, { readonly status: From<A> }> => can(action, order.status);

/** Whether an order in `status` may still come to `action`. */
export const mayStill = (action: OrderAction, status: OrderStatus): boolean =>
  statusesFrom(status).some((later) => can(action, later));

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
