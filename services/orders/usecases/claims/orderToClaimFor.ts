import { type ClaimId, type OrderId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { leaderOf } from '../../clients/pickupPoints';
import { type Claim } from '../../domain/claims/claim';
import { claimIn, isConcerned } from '../../domain/claims/changes';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

type Concern = 'shopper' | 'leader' | 'staff';

/**
 * An order that the caller may claim for: their own, or a neighbour's at the pickup point that they lead.
 * @throws {Refused} NOT_FOUND for others' orders
 */
export async function orderToClaimFor(
  { orders, terms }: Pick<OrdersDeps, 'orders' | 'terms'>,
  caller: AccountCaller,
  orderId: OrderId,
): Promise<{ readonly order: Order; readonly as: Exclude<Concern, 'staff'> }> {
  const order = found(await orders.find(orderId));
  if (order.accountId === caller.accountId) return { order, as: 'shopper' };
  if (!holds(caller, 'leader') || (await leaderOf(terms, order.pickupPointId)) !== caller.accountId)
    throw notFound();
  return { order, as: 'leader' };
}

/** The same, and for operators every order. @throws {Refused} NOT_FOUND */
export async function orderWithTerms(
  deps: Pick<OrdersDeps, 'orders' | 'terms'>,
  caller: AccountCaller,
  orderId: OrderId,
): Promise<Order> {
  if (holds(caller, 'operator')) return found(await deps.orders.find(orderId));
  const { order } = await orderToClaimFor(deps, caller, orderId);
  return order;
}

/** A claim that is about the caller's order, or that the caller opened. @throws {Refused} NOT_FOUND */
export function ownClaim(order: Order, claimId: ClaimId, caller: AccountCaller): Claim {
  const claim = claimIn(order, claimId);
  if (!isConcerned(order, claim, caller.accountId)) throw notFound();
  return claim;
}
