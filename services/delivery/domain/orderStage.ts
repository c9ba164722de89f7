import { type OrderStatus } from '#shared/contracts/events/orders';

/**
 * What an order's status means to delivery. `unpaid`: nothing may come of it; `paid`: its shopper has a pickup code; `brought`: its
 * goods are among those of its cycle, too; `ended`: there is nothing to bring or to collect.
 */
const stages: Readonly<Record<OrderStatus, 'unpaid' | 'paid' | 'brought' | 'ended'>> = {
  awaiting_payment: 'unpaid',
  paid: 'paid',
  consolidated: 'brought',
  in_transit: 'brought',
  ready: 'brought',
  collected: 'brought',
  closed: 'brought',
  expired: 'ended',
  cancelled: 'ended',
  failed: 'ended',
};

export const isBrought = (status: OrderStatus): boolean => stages[status] === 'brought';
export const hasCode = (status: OrderStatus): boolean => stages[status] === 'paid' || isBrought(status);
