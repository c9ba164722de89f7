import { found } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { claimIn } from '../../domain/claims/changes';
import { type OrdersDeps } from '../deps';
import { type ClaimFound, type NamedClaim } from './claimFound';
import { ownClaim } from './orderToClaimFor';

/** A claim, for the shopper of its order, whoever opened it, and operators. @throws {Refused} NOT_FOUND */
export async function getClaim(
  { orders }: Pick<OrdersDeps, 'orders'>,
  caller: AccountCaller,
  { orderId, claimId }: NamedClaim,
): Promise<ClaimFound> {
  const order = found(await orders.find(orderId));
  const claim = holds(caller, 'operator') ? claimIn(order, claimId) : ownClaim(order, claimId, caller);
  return { order, claim };
}
