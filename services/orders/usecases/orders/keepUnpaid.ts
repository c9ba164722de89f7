import { Refused } from '#shared/kit/domainError';
import { type OrderIn } from '../../domain/order';
import { chooseSlots, slotsNeeded, type UnpaidCap } from '../../domain/unpaid';
import { type OrdersDeps } from '../deps';

/**
 * Keeps a new order, unless its account would leave too much unpaid by it: each order has slots of its account for itself, held by a
 * unique index, so that it is decided in the one write by which it is born – for any number of orders at once, at any number of
 * processes. One write as a rule; only where a slot is taken is it asked which are.
 * @returns the order; undefined when it was there already.
 * @throws {Refused} TOO_MANY_UNPAID_ORDERS: then nothing was kept.
 */
export async function keepUnpaid(
  { orders }: Pick<OrdersDeps, 'orders'>,
  order: OrderIn<'awaiting_payment'>,
  cap: UnpaidCap,
): Promise<OrderIn<'awaiting_payment'> | undefined> {
  const needed = slotsNeeded(unitsOf(order), cap);
  let slots = chooseSlots(order.id, needed, cap);
  while (slots) {
    if ((await orders.insert(order, slots)) === 'inserted') return order;
    if (await orders.find(order.id)) return undefined;
    // Whenever a slot was taken meanwhile, somebody else's order was kept: it ends with the last free one.
    slots = chooseSlots(order.id, needed, cap, await orders.unpaidSlotsOf(order.accountId));
  }
  throw new Refused('TOO_MANY_UNPAID_ORDERS', undefined, {
    unpaidOrders: cap.orders,
    unpaidUnits: cap.units,
  });
}

/** @throws {Refused} ORDER_TOO_LARGE for more units than the account may leave unpaid in all */
export function assertNotTooLarge(lines: readonly { readonly quantity: number }[], cap: UnpaidCap): void {
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (slotsNeeded(units, cap) > cap.orders)
    throw new Refused('ORDER_TOO_LARGE', undefined, { unpaidUnits: cap.units });
}

const unitsOf = ({ lines }: OrderIn<'awaiting_payment'>): number =>
  lines.reduce((sum, { ordered }) => sum + ordered, 0);
