import { type AccountCaller } from '#shared/kit/http/caller';
import { appealClaim as appealed, claimIn } from '../../domain/claims/changes';
import { type OrdersDeps } from '../deps';
import { type ClaimFound, type NamedClaim } from './claimFound';
import { ownClaim } from './orderToClaimFor';

/** Has a person look once more. Appealing again changes nothing while it waits. @throws {Refused} NOT_FOUND, CLAIM_NO_APPEAL */
export async function appealClaim(
  { orders, now }: Pick<OrdersDeps, 'orders' | 'now'>,
  caller: AccountCaller,
  { orderId, claimId, text }: NamedClaim & { readonly text: string },
): Promise<ClaimFound> {
  const order = await orders.change(orderId, (current) => {
    ownClaim(current, claimId, caller);
    return appealed(current, claimId, text, now());
  });
  return { order, claim: claimIn(order, claimId) };
}
