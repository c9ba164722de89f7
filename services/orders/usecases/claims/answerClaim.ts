import { type PhotoId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type AccountCaller } from '#shared/kit/http/caller';
import { claimIn, writeAbout } from '../../domain/claims/changes';
import { waits } from '../../domain/claims/claimLifecycle';
import { type ClaimDeps } from './claimDeps';
import { type ClaimFound, type Message } from './claimFound';
import { ownClaim } from './orderToClaimFor';
import { photosFor } from './photosFor';

/**
 * Whoever claims answers, with further photos.
 * @throws {Refused} NOT_FOUND, CLAIM_ALREADY_DECIDED, CLAIM_PHOTO_UNKNOWN, CLAIM_PHOTO_USED
 */
export async function answerClaim(
  deps: ClaimDeps,
  caller: AccountCaller,
  { orderId, claimId, id, text, photoIds }: Message & { readonly photoIds: readonly PhotoId[] },
): Promise<ClaimFound> {
  const by = caller.accountId;
  const before = found(await deps.orders.find(orderId));
  const claim = ownClaim(before, claimId, caller);
  if (!claim.messages.some((one) => one.id === id) && !waits(claim.status))
    throw new Refused('CLAIM_ALREADY_DECIDED');
  await photosFor(deps, { orderId, claimId, by }, photoIds);
  const message = { id, text, from: 'claimant', photoIds, by } as const;
  const order = await deps.orders.change(
    orderId,
    (current) => ({ order: writeAbout(current, claimId, { ...message, at: deps.now() }) }),
    before,
  );
  await deps.claimPhotos.keep(photoIds);
  return { order, claim: claimIn(order, claimId) };
}
