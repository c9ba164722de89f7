import { Bilingual, CityDate, Instant, Quantity } from '../common';
import { ClaimCause, ClaimStatus } from '../events/claimFacts';
import { Payer } from '../events/orderFacts';
import { OrderStatus } from '../events/orders';
import { AccountId, CityId, ClaimId, LineId, LotId, OrderId, PhotoId, PickupPointId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';

export { ClaimCause, ClaimStatus } from '../events/claimFacts';

/** Why a person looks at a claim. */
export const ClaimReview = z.enum([
  'over_limit',
  'often',
  'many_of_orders',
  'many_of_lot',
  'photo_from_file',
  'number_not_of_the_day',
  'near_duplicate',
  'no_photo',
  'for_neighbour',
  'other_cause',
]);
export type ClaimReview = z.infer<typeof ClaimReview>;

/** How much of a line is bad: a part of it in percent, or so many of its units. */
export const ClaimShare = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('units'), units: Quantity }),
]);
export type ClaimShare = z.infer<typeof ClaimShare>;

/** `camera`: taken in the app, with the day’s number drawn into it; `file`: picked from what was there. */
export const ClaimPhotoSource = z.enum(['camera', 'file']);
export type ClaimPhotoSource = z.infer<typeof ClaimPhotoSource>;

export const ClaimPhotoView = z
  .object({
    photoId: PhotoId,
    url: z.string(),
    width: z.int(),
    height: z.int(),
    source: ClaimPhotoSource,
    /** Whether it came with the number of its day. */
    numberOfTheDay: z.boolean(),
  })
  .meta({ id: 'ClaimPhoto' });

/** A claim as its shopper reads it. */
export const ClaimView = z
  .object({
    claimId: ClaimId,
    orderId: OrderId,
    lineId: LineId,
    title: Bilingual(80),
    pictureUrl: z.string().optional(),
    cause: ClaimCause,
    share: ClaimShare,
    note: z.string().optional(),
    status: ClaimStatus,
    /** What the shopper would get back for this share. */
    asked: Money,
    /** What went back for it so far, or is on its way. */
    granted: Money,
    photoIds: z.array(PhotoId),
    openedAt: Instant,
    /** A leader opened it for this neighbour. */
    byLeader: z.boolean(),
    /** While it waits: by when somebody decides. */
    decideBy: Instant.optional(),
    messages: z.array(
      z.object({
        from: z.enum(['staff', 'claimant']),
        text: z.string(),
        photoIds: z.array(PhotoId),
        at: Instant,
      }),
    ),
    decisions: z.array(
      z.object({
        outcome: z.enum(['granted', 'partly_granted', 'declined']),
        amount: Money,
        /** In the words of who decided; absent where it was paid at once. */
        reason: z.string().optional(),
        at: Instant,
        atOnce: z.boolean(),
      }),
    ),
    appeal: z.object({ text: z.string(), at: Instant }).optional(),
    /** What its shopper can do now. */
    actions: z.array(z.enum(['answer', 'appeal'])),
    appealUntil: Instant.optional(),
  })
  .meta({ id: 'Claim' });
export type ClaimView = z.infer<typeof ClaimView>;

export const ClaimTerms = z
  .object({
    orderId: OrderId,
    /** The city’s day, and the four digits that go into photos taken on it. */
    day: CityDate,
    dayNumber: z.string(),
    /** A claim that a person looks at is decided within so many hours. */
    decidedWithinHours: z.int(),
    lines: z.array(
      z.object({
        lineId: LineId,
        title: Bilingual(80),
        pictureUrl: z.string().optional(),
        units: z.int(),
        /** Until when it can be claimed for; absent: it was not collected. */
        until: Instant.optional(),
        /** Why it cannot be claimed for now. */
        closed: z.enum(['not_collected', 'window_over', 'nothing_left']).optional(),
        /** Causes that can still be named. */
        causes: z.array(ClaimCause),
        /** What its goods cost: a share is a share of this. */
        base: Money,
        /** What can still go back at the most. */
        left: Money,
        /** With a photo from the camera, up to so much is paid at once; nothing: a person looks at it. */
        atOnceUpTo: Money,
      }),
    ),
  })
  .meta({ id: 'ClaimTerms' });

/** On how many orders somebody claimed, and what it cost. */
const Rate = z.object({
  /** Collected orders; only of accounts. */
  orders: z.int().optional(),
  claims: z.int(),
  granted: Money,
});

/** Everything about a claim on one page, for whoever decides it. */
export const ClaimCase = z
  .object({
    claim: ClaimView,
    /** Why a person looks at it. */
    review: z.array(ClaimReview),
    order: z.object({
      orderId: OrderId,
      status: OrderStatus,
      accountId: AccountId,
      recipientName: z.string(),
      recipientPhone: z.string(),
      cityId: CityId,
      pickupPointId: PickupPointId,
      placedAt: Instant,
      collectedAt: Instant.optional(),
      closesAt: Instant.optional(),
    }),
    line: z.object({
      units: z.int(),
      paid: Money,
      refunded: Money,
      left: Money,
      lotId: LotId.optional(),
      supplierName: z.string().optional(),
    }),
    photos: z.array(ClaimPhotoView),
    /** Photos of other claims that look almost the same. */
    nearDuplicates: z.array(
      z.object({
        photoId: PhotoId,
        url: z.string(),
        orderId: OrderId.optional(),
        accountId: AccountId,
        takenAt: Instant,
        /** Of 64: in so many places they differ. */
        differs: z.int(),
        /** The photo of this claim that it looks like. */
        like: PhotoId,
      }),
    ),
    /** Of the last 30 days. */
    history: z.object({
      account: Rate,
      pickupPoint: Rate,
      lot: Rate.optional(),
    }),
    otherClaims: z.array(ClaimView),
    proposed: z.object({
      payer: Payer,
      accountId: AccountId.optional(),
      /** What speaks for it. */
      because: z.enum(['goods_were_bad', 'packed_wrong', 'lost_after_receipt', 'not_known']),
    }),
    payers: z.array(z.object({ payer: Payer, accountId: AccountId.optional() })),
  })
  .meta({ id: 'ClaimCase' });

/** An order with a claim that waits for a decision, as a list shows it. */
export const ClaimToDecide = z
  .object({
    claim: ClaimView,
    cityId: CityId,
    pickupPointId: PickupPointId,
    recipientName: z.string(),
    review: z.array(ClaimReview),
    waitingSince: Instant,
    /** Staff asked and nobody answered yet. */
    waitsForAnswer: z.boolean(),
    /** Further claims of the order that wait, too. */
    others: z.int(),
  })
  .meta({ id: 'ClaimToDecide' });
