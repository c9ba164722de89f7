import { type Page } from '#shared/contracts/common';
import { Refused } from '#shared/kit/domainError';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Order } from '../../domain/order';
import { type OrderSearch } from '../../storage/orderListStore';
import { type OrdersDeps } from '../deps';

/**
 * Orders that an operator looks for, newest first.
 * @throws {Refused} MALFORMED_REQUEST where no index answers the search: nobody may make the database read every order. Names, ends
 * of order numbers and totals are looked for within a cycle.
 */
export function searchOrders(
  { orderLists }: Pick<OrdersDeps, 'orderLists'>,
  search: OrderSearch,
  wish: PageWish,
): Promise<Page<Order>> {
  const { cycleId, accountId, phone, refund, name, numberEnd, totalFen } = search;
  if ([cycleId, accountId, phone, refund].every((given) => given === undefined))
    throw new Refused('MALFORMED_REQUEST', 'Name a cycle, an account or a phone, or ask for failed refunds');
  if (cycleId === undefined && [name, numberEnd, totalFen].some((given) => given !== undefined))
    throw new Refused(
      'MALFORMED_REQUEST',
      'Name the cycle in which to look for a name, an order number or a total',
    );
  return orderLists.search(search, wish);
}
