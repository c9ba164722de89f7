import { type ClaimId, type LineId, type OrderId, type PhotoId } from '#shared/contracts/ids';
import { type ClaimCause, type ClaimShare } from '#shared/contracts/orders/claimViews';
import { found, Refused } from '#shared/kit/domainError';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type Claim, claimsOf } from '../../domain/claims/claim';
import { claimIn, fenAsked, openClaim as opened } from '../../domain/claims/changes';
import { reviewOf } from '../../domain/claims/review';
import { type Order } from '../../domain/order';
import { accountRate, ordersOfLot } from './accountRate';
import { type ClaimDeps } from './claimDeps';
import { orderToClaimFor } from './orderToClaimFor';
import { nearDuplicates, photosFor } from './photosFor';

type Wish = {
  readonly orderId: OrderId;
  /** Follows from the caller's idempotency key. */
  readonly claimId: ClaimId;
  readonly fingerprint: string;
  readonly lineId: LineId;
  readonly cause: ClaimCause;
  readonly share: ClaimShare;
  readonly photoIds: readonly PhotoId[];
  readonly note?: string | undefined;
};

/**
 * Claims for a line: small ones of accounts in good standing are paid in the same write, the others wait for a person with the
 * reasons why (rule 23). Sent twice, it is one claim.
 *
 * After a crash before the write, photos name a claim that does not exist, and are free again; after it, whoever looks after the order
 * pays.
 * @throws {Refused} NOT_FOUND for others' orders, CLAIM_NOT_COLLECTED, CLAIM_WINDOW_OVER, CLAIM_EXISTS, CLAIM_NOTHING_LEFT, CLAIM_TOO_MUCH,
 * CLAIM_PHOTO_MISSING, CLAIM_PHOTO_UNKNOWN, CLAIM_PHOTO_USED, IDEMPOTENCY_KEY_REUSED
 */
export async function openClaim(
  deps: ClaimDeps,
  caller: AccountCaller,
  wish: Wish,
): Promise<{ readonly order: Order; readonly claim: Claim }> {
  const { order, as } = await orderToClaimFor(deps, caller, wish.orderId);
  const known = knownIn(order, wish);
  if (known) return { order, claim: known };
  const rules = await deps.terms.rules(order.cityId);
  const askedFen = fenAsked(order, wish, rules, deps.now());
  if (wish.photoIds.length === 0 && wish.cause !== 'missing') throw new Refused('CLAIM_PHOTO_MISSING');
  const { orderId, claimId, fingerprint, note, ...said } = wish;
  const by = caller.accountId;
  const photos = await photosFor(deps, { orderId, claimId, by }, wish.photoIds);
  const line = found(order.lines.find(({ lineId }) => lineId === wish.lineId));
  const [alike, account, ofLot] = await Promise.all([
    nearDuplicates(deps, photos),
    accountRate(deps, order),
    ordersOfLot(deps, order, line),
  ]);
  const about = {
    ...{ askedFen, account, ordersOfLot: ofLot },
    cause: wish.cause,
    byLeader: as === 'leader',
    photos: photos.map(({ photoId, source, numberOfTheDay }) => ({
      ...{ source, numberOfTheDay },
      hasNearDuplicate: alike.some(({ like }) => like.photoId === photoId),
    })),
  };
  const next = await deps.orders.change(
    orderId,
    (current) => {
      if (knownIn(current, wish)) return undefined;
      // What was claimed on this order meanwhile counts, too.
      const claims = account.claims + claimsOf(current).length - claimsOf(order).length;
      const review = reviewOf({ ...about, account: { ...account, claims } }, rules);
      const claim = {
        ...{ claimId, fingerprint, by, review },
        ...said,
        ...(note === undefined ? {} : { note }),
        ...(as === 'leader' ? { byLeader: true as const } : {}),
      };
      return opened(current, claim, rules, deps.now());
    },
    order,
  );
  await deps.claimPhotos.keep(wish.photoIds);
  return { order: next, claim: claimIn(next, claimId) };
}

/** @throws {Refused} IDEMPOTENCY_KEY_REUSED when the key opened another claim */
function knownIn(order: Order, { claimId, fingerprint }: Wish): Claim | undefined {
  const known = claimsOf(order).find((claim) => claim.claimId === claimId);
  if (known && known.fingerprint !== fingerprint) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return known;
}
