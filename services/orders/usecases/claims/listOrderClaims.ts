import { type OrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';
import { orderWithTerms } from './orderToClaimFor';

/** An order with its claims, for who may claim for it and for operators. @throws {Refused} NOT_FOUND */
export const listOrderClaims = (
  deps: Pick<OrdersDeps, 'orders' | 'terms'>,
  caller: AccountCaller,
  orderId: OrderId,
): Promise<Order> => orderWithTerms(deps, caller, orderId);
