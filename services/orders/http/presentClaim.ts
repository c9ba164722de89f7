import { addHours } from 'date-fns';
import { type CityRules } from '#shared/contracts/cityRules';
import { cny } from '#shared/contracts/money';
import {
  type ClaimCase,
  type ClaimPhotoView,
  type ClaimTerms,
  type ClaimToDecide,
  type ClaimView,
} from '#shared/contracts/orders/claimViews';
import { type z } from '#shared/contracts/zod';
import { type Claim, type ClaimDecision, grantedFen } from '../domain/claims/claim';
import { canClaim, waits } from '../domain/claims/claimLifecycle';
import { type Rate } from '../domain/claims/review';
import { waitingClaims, waitingSince, waitsForAnswer } from '../domain/claims/waiting';
import { type Order } from '../domain/order';
import { priceOfLine } from '../domain/owed';
import { refundableOfLine, refundedOfLine } from '../domain/refunds';
import { type ClaimPhoto } from '../storage/claimPhotoStore';
import { type ClaimCaseFound } from '../usecases/claims/getClaimCase';
import { type ClaimTermsFound } from '../usecases/claims/getClaimTerms';

type Around = { readonly rules: Pick<CityRules, 'claimDecisionHours'>; readonly now: Date };

const urlOf = (photoId: string) => `/api/claim-photos/${photoId}`;

/** A claim as its shopper reads it at `now`. */
export function presentClaim(order: Order, claim: Claim, { rules, now }: Around): ClaimView {
  const line = order.lines.find(({ lineId }) => lineId === claim.lineId);
  const { claimId, lineId, cause, share, note, status, photoIds, openedAt, appeal, appealUntil } = claim;
  const canAppeal =
    canClaim('appeal', status) &&
    order.status === 'collected' &&
    appealUntil !== undefined &&
    now < appealUntil;
  return {
    ...{ claimId, orderId: order.id, lineId, cause, share, status },
    title: line?.offer.title ?? { zh: lineId, en: lineId },
    ...(line?.offer.pictureUrl === undefined ? {} : { pictureUrl: line.offer.pictureUrl }),
    ...(note === undefined ? {} : { note }),
    asked: cny(claim.askedFen),
    granted: cny(grantedFen(claim)),
    photoIds: [...photoIds],
    openedAt: openedAt.toISOString(),
    byLeader: claim.byLeader === true,
    ...(waits(status)
      ? { decideBy: addHours(waitingSince(claim), rules.claimDecisionHours).toISOString() }
      : {}),
    messages: claim.messages.map(({ from, text, photoIds: shown, at }) => ({
      ...{ from, text, photoIds: [...shown] },
      at: at.toISOString(),
    })),
    decisions: claim.decisions.map((decision) => presentDecision(decision, claim)),
    ...(appeal ? { appeal: { text: appeal.text, at: appeal.at.toISOString() } } : {}),
    actions: [...(waits(status) ? (['answer'] as const) : []), ...(canAppeal ? (['appeal'] as const) : [])],
    ...(canAppeal ? { appealUntil: appealUntil.toISOString() } : {}),
  };
}

const presentDecision = (
  { fen, reason, by, at }: ClaimDecision,
  { askedFen }: Claim,
): ClaimView['decisions'][number] => ({
  outcome: fen >= askedFen ? 'granted' : fen > 0 ? 'partly_granted' : 'declined',
  amount: cny(fen),
  ...(reason === undefined ? {} : { reason }),
  at: at.toISOString(),
  atOnce: by === undefined,
});

export function presentPhoto({
  photoId,
  width,
  height,
  source,
  numberOfTheDay,
}: ClaimPhoto): z.input<typeof ClaimPhotoView> {
  return { photoId, url: urlOf(photoId), width, height, source, numberOfTheDay };
}

export function presentTerms(terms: ClaimTermsFound): z.input<typeof ClaimTerms> {
  const { order, day, dayNumber, decidedWithinHours, lines } = terms;
  return {
    ...{ orderId: order.id, day, dayNumber, decidedWithinHours },
    lines: lines.map(({ line, until, closed, causes, baseFen, leftFen, atOnceFen }) => ({
      lineId: line.lineId,
      title: line.offer.title,
      ...(line.offer.pictureUrl === undefined ? {} : { pictureUrl: line.offer.pictureUrl }),
      units: line.allocated,
      ...(until ? { until: until.toISOString() } : {}),
      ...(closed ? { closed } : {}),
      causes,
      base: cny(baseFen),
      left: cny(leftFen),
      atOnceUpTo: cny(atOnceFen),
    })),
  };
}

/** The longest waiting claim of an order, for the list of a city. */
export function presentToDecide(order: Order, around: Around): z.input<typeof ClaimToDecide> | undefined {
  const [claim, ...others] = waitingClaims(order);
  return (
    claim && {
      claim: presentClaim(order, claim, around),
      cityId: order.cityId,
      pickupPointId: order.pickupPointId,
      recipientName: (order.onBehalfOf ?? order.recipient).name,
      review: [...claim.review],
      waitingSince: waitingSince(claim).toISOString(),
      waitsForAnswer: waitsForAnswer(claim),
      others: others.length,
    }
  );
}

export function presentCase(found: ClaimCaseFound, around: Around): z.input<typeof ClaimCase> {
  const { order, claim, line, photos, alike, history, others, proposed, leader } = found;
  const { phone, name } = order.onBehalfOf ?? order.recipient;
  return {
    claim: presentClaim(order, claim, around),
    review: [...claim.review],
    order: {
      orderId: order.id,
      status: order.status,
      accountId: order.accountId,
      recipientName: name,
      recipientPhone: phone,
      cityId: order.cityId,
      pickupPointId: order.pickupPointId,
      placedAt: order.placedAt.toISOString(),
      ...('collectedAt' in order.facts
        ? {
            collectedAt: order.facts.collectedAt.toISOString(),
            closesAt: order.facts.closesAt.toISOString(),
          }
        : {}),
    },
    line: {
      units: line.allocated,
      paid: cny(priceOfLine(line)),
      refunded: cny(refundedOfLine(order, line.lineId)),
      left: cny(refundableOfLine(order, line.lineId)),
      ...(line.offer.lotId === undefined ? {} : { lotId: line.offer.lotId }),
      supplierName: line.offer.supplierName,
    },
    photos: photos.map(presentPhoto),
    nearDuplicates: alike.map(({ photo, like, differs }) => ({
      photoId: photo.photoId,
      url: urlOf(photo.photoId),
      orderId: photo.orderId,
      accountId: photo.ownerAccountId,
      takenAt: photo.takenAt.toISOString(),
      differs,
      like: like.photoId,
    })),
    history: {
      account: { ...presentRate(history.account), orders: history.account.orders },
      pickupPoint: presentRate(history.pickupPoint),
      ...(history.lot ? { lot: presentRate(history.lot) } : {}),
    },
    otherClaims: others.map((one) => presentClaim(order, one, around)),
    proposed,
    payers: [
      { payer: 'platform' },
      { payer: 'supplier' },
      ...(leader === undefined ? [] : [{ payer: 'leader' as const, accountId: leader }]),
    ],
  };
}

const presentRate = ({ claims, grantedFen: fen }: Rate) => ({ claims, granted: cny(fen) });
