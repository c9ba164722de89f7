import { page, pageQuery, Text } from '../common';
import { endpoint } from '../endpoint';
import { Payer } from '../events/orderFacts';
import { AccountId, CityId, ClaimId, LineId, OrderId, PhotoId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';
import {
  ClaimCase,
  ClaimCause,
  ClaimPhotoSource,
  ClaimPhotoView,
  ClaimShare,
  ClaimTerms,
  ClaimToDecide,
  ClaimView,
} from './claimViews';

const order = z.strictObject({ orderId: OrderId });
const claim = z.strictObject({ orderId: OrderId, claimId: ClaimId });
const operators = ['operator'] as const;
const Photos = z
  .array(PhotoId)
  .max(6)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'a photo may appear once' })
  .default([]);

/** After-sales (rules 13 and 23): claims, their photos, and deciding them. */
export const claimsApi = {
  getClaimTerms: endpoint({
    id: 'orders.getClaimTerms',
    service: 'orders',
    method: 'get',
    path: '/orders/:orderId/claim-terms',
    access: 'signedIn',
    summary:
      'What can be claimed for an order, line by line: until when, how much, and what would be paid at once. Its shopper, the leader of its pickup point and operators.',
    params: order,
    reply: ClaimTerms,
    errors: ['NOT_FOUND', 'SERVICE_UNAVAILABLE'],
  }),
  uploadClaimPhoto: endpoint({
    id: 'orders.uploadClaimPhoto',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/claim-photos',
    access: 'signedIn',
    summary:
      'Takes a photo (JPEG, PNG, WebP or AVIF) to be named in a claim on this order. Re-encoded: no position or camera data is kept. Into one from the camera with the number of its day, day and number are drawn.',
    params: order,
    query: z.strictObject({
      source: ClaimPhotoSource,
      /** The number of `getClaimTerms` that was drawn into it. */
      dayNumber: z
        .string()
        .regex(/^[0-9]{4}$/)
        .optional(),
    }),
    upload: { maxBytes: 24 * 1024 * 1024 },
    reply: ClaimPhotoView,
    status: 201,
    errors: ['NOT_FOUND', 'PHOTO_UNREADABLE', 'IMAGE_TOO_LARGE', 'BODY_TOO_LARGE', 'SERVICE_UNAVAILABLE'],
    limits: [{ per: 'account', max: 60, windowSeconds: 600 }],
    idempotency: 'stored',
  }),
  getClaimPhoto: endpoint({
    id: 'orders.getClaimPhoto',
    service: 'orders',
    method: 'get',
    path: '/claim-photos/:photoId',
    access: 'signedIn',
    summary: 'A photo of a claim, for whoever took it, the shopper of its order and operators.',
    params: z.strictObject({ photoId: PhotoId }),
    media: ['image/webp'],
    errors: ['NOT_FOUND'],
  }),
  openClaim: endpoint({
    id: 'orders.openClaim',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/claims',
    access: 'signedIn',
    summary:
      'Claims for a line of a collected order: its shopper, or the leader of its pickup point for a neighbour. Small ones are paid at once, others are looked at by a person. One claim for each line and cause.',
    params: order,
    body: z.strictObject({
      lineId: LineId,
      cause: ClaimCause,
      share: ClaimShare,
      photoIds: Photos,
      note: Text(300).optional(),
    }),
    reply: ClaimView,
    status: 201,
    errors: [
      'NOT_FOUND',
      'CLAIM_NOT_COLLECTED',
      'CLAIM_WINDOW_OVER',
      'CLAIM_EXISTS',
      'CLAIM_NOTHING_LEFT',
      'CLAIM_TOO_MUCH',
      'CLAIM_PHOTO_MISSING',
      'CLAIM_PHOTO_UNKNOWN',
      'CLAIM_PHOTO_USED',
      'IDEMPOTENCY_KEY_REUSED',
      'CHANGED_MEANWHILE',
      'SERVICE_UNAVAILABLE',
    ],
    idempotency: 'required',
    audit: 'decides',
  }),
  listOrderClaims: endpoint({
    id: 'orders.listOrderClaims',
    service: 'orders',
    method: 'get',
    path: '/orders/:orderId/claims',
    access: 'signedIn',
    summary:
      'The claims of one order, oldest first: for its shopper, the leader of its pickup point and operators.',
    params: order,
    reply: z.object({ claims: z.array(ClaimView) }),
    errors: ['NOT_FOUND', 'SERVICE_UNAVAILABLE'],
  }),
  listMyClaims: endpoint({
    id: 'orders.listMyClaims',
    service: 'orders',
    method: 'get',
    path: '/claims/mine',
    access: 'signedIn',
    summary: 'The claims on my orders, order by order, the newest order first.',
    query: z.strictObject(pageQuery),
    reply: page(ClaimView),
  }),
  listClaimsToDecide: endpoint({
    id: 'orders.listClaimsToDecide',
    service: 'orders',
    method: 'get',
    path: '/claims',
    access: operators,
    summary: 'Claims of a city that wait for a decision, the longest waiting first.',
    query: z.strictObject({ cityId: CityId, ...pageQuery }),
    reply: page(ClaimToDecide),
  }),
  getClaim: endpoint({
    id: 'orders.getClaim',
    service: 'orders',
    method: 'get',
    path: '/orders/:orderId/claims/:claimId',
    access: 'signedIn',
    summary: 'One claim: for the shopper of its order, whoever opened it, and operators.',
    params: claim,
    reply: ClaimView,
    errors: ['NOT_FOUND'],
  }),
  getClaimCase: endpoint({
    id: 'orders.getClaimCase',
    service: 'orders',
    method: 'get',
    path: '/orders/:orderId/claims/:claimId/case',
    access: operators,
    summary:
      'Everything about a claim on one page: order, photos and those that look like them, history of account, pickup point and lot, and who is proposed to pay.',
    params: claim,
    reply: ClaimCase,
    errors: ['NOT_FOUND'],
  }),
  askClaimant: endpoint({
    id: 'orders.askClaimant',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/claims/:claimId/questions',
    access: operators,
    rights: 'fresh',
    summary: 'Asks whoever claims about it. The claim keeps waiting.',
    params: claim,
    body: z.strictObject({ text: Text(300) }),
    reply: ClaimView,
    status: 201,
    errors: ['NOT_FOUND', 'CLAIM_ALREADY_DECIDED', 'IDEMPOTENCY_KEY_REUSED', 'CHANGED_MEANWHILE'],
    idempotency: 'required',
  }),
  answerClaim: endpoint({
    id: 'orders.answerClaim',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/claims/:claimId/answers',
    access: 'signedIn',
    summary: 'Answers about an own claim that waits for a decision, with further photos.',
    params: claim,
    body: z.strictObject({ text: Text(300), photoIds: Photos }),
    reply: ClaimView,
    status: 201,
    errors: [
      'NOT_FOUND',
      'CLAIM_ALREADY_DECIDED',
      'CLAIM_PHOTO_UNKNOWN',
      'CLAIM_PHOTO_USED',
      'IDEMPOTENCY_KEY_REUSED',
      'CHANGED_MEANWHILE',
    ],
    idempotency: 'required',
  }),
  appealClaim: endpoint({
    id: 'orders.appealClaim',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/claims/:claimId/appeal',
    access: 'signedIn',
    summary: 'Has a person look once more at a claim that was not granted in whole. Once.',
    params: claim,
    body: z.strictObject({ text: Text(300) }),
    reply: ClaimView,
    status: 200,
    errors: ['NOT_FOUND', 'CLAIM_NO_APPEAL', 'CHANGED_MEANWHILE'],
    idempotency: 'natural',
  }),
  decideClaim: endpoint({
    id: 'orders.decideClaim',
    service: 'orders',
    method: 'post',
    path: '/orders/:orderId/claims/:claimId/decision',
    access: operators,
    rights: 'fresh',
    summary:
      'Decides a claim: how much goes back in all, why, and who bears it. Nothing: it is declined. After an appeal never less than before.',
    params: claim,
    body: z.strictObject({
      amount: Money,
      reason: Text(300),
      payer: Payer.default('platform'),
      payerAccountId: AccountId.optional(),
    }),
    reply: ClaimView,
    status: 200,
    errors: [
      'NOT_FOUND',
      'CLAIM_ALREADY_DECIDED',
      'CLAIM_TOO_MUCH',
      'CLAIM_LESS_THAN_PAID',
      'PAYER_NOT_NAMED',
      'IDEMPOTENCY_KEY_REUSED',
      'CHANGED_MEANWHILE',
    ],
    idempotency: 'required',
  }),
};
