import { type ClaimId, type OrderId } from '#shared/contracts/ids';
import { leaderOfOrder } from '../../domain/order';
import { found } from '#shared/kit/domainError';
import { claimsOf } from '../../domain/claims/claim';
import { claimIn } from '../../domain/claims/changes';
import { proposedPayer } from '../../domain/claims/liability';
import { ratesSince } from './accountRate';
import { type ClaimDeps } from './claimDeps';
import { nearDuplicates } from './photosFor';

/** Everything that whoever decides about a claim should know. @throws {Refused} NOT_FOUND */
export async function getClaimCase(
  deps: Pick<ClaimDeps, 'orders' | 'claims' | 'claimPhotos' | 'now'>,
  orderId: OrderId,
  claimId: ClaimId,
) {
  const order = found(await deps.orders.find(orderId));
  const claim = claimIn(order, claimId);
  const line = found(order.lines.find(({ lineId }) => lineId === claim.lineId));
  const { accountId, pickupPointId } = order;
  const { lotId } = line.offer;
  const since = ratesSince(deps);
  const photoIds = [...claim.photoIds, ...claim.messages.flatMap((message) => message.photoIds)];
  const photos = await deps.claimPhotos.find(photoIds);
  const [alike, account, pickupPoint, lot] = await Promise.all([
    nearDuplicates(deps, photos),
    deps.claims.rate({ accountId }, since, orderId),
    deps.claims.rate({ pickupPointId }, since, orderId),
    lotId === undefined ? undefined : deps.claims.rate({ 'lines.offer.lotId': lotId }, since, orderId),
  ]);
  const leader = leaderOfOrder(order);
  return {
    ...{ order, claim, line, photos, alike, leader },
    history: { account, pickupPoint, lot },
    others: claimsOf(order).filter((one) => one !== claim),
    proposed: proposedPayer(claim.cause, leader),
  };
}

export type ClaimCaseFound = Awaited<ReturnType<typeof getClaimCase>>;
