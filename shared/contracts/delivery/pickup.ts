import { Instant, page, pageQuery, Text } from '../common';
import { endpoint } from '../endpoint';
import { OrderId, PickupPointId, RedemptionId } from '../ids';
import { z } from '../zod';
import {
  HandOut,
  OfflineHandOut,
  PickupCodeView,
  PresentedCode,
  Redemption,
  SyncOutcome,
} from './pickupViews';
import { happenedAt } from './routes';

const order = z.strictObject({ orderId: OrderId });
const point = z.strictObject({ pickupPointId: PickupPointId });
const refused = ['NOT_FOUND', 'PICKUP_CODE_WRONG', 'PICKUP_LOCKED'] as const;

export const pickupApi = {
  getPickupCode: endpoint({
    id: 'delivery.getPickupCode',
    service: 'delivery',
    method: 'get',
    path: '/pickup-codes/:orderId',
    access: 'signedIn',
    summary: "The code of the caller's own paid order; load it early, it works without a signal.",
    params: order,
    reply: PickupCodeView,
    errors: ['NOT_FOUND'],
  }),
  giveToProxy: endpoint({
    id: 'delivery.giveToProxy',
    service: 'delivery',
    method: 'put',
    path: '/pickup-codes/:orderId/proxy',
    access: 'signedIn',
    summary: 'Lets somebody else collect, with digits of their own. A new one ends the one before.',
    params: order,
    body: z.strictObject({ name: Text(30).optional() }),
    reply: PickupCodeView,
    errors: ['NOT_FOUND', 'PICKUP_CODE_USED'],
    idempotency: 'stored',
  }),
  revokeProxy: endpoint({
    id: 'delivery.revokeProxy',
    service: 'delivery',
    method: 'delete',
    path: '/pickup-codes/:orderId/proxy',
    access: 'signedIn',
    summary: "Ends the proxy's code at once.",
    params: order,
    reply: PickupCodeView,
    errors: ['NOT_FOUND', 'PICKUP_CODE_USED'],
    idempotency: 'natural',
  }),
  lookUpCode: endpoint({
    id: 'delivery.lookUpCode',
    service: 'delivery',
    method: 'post',
    path: '/redemptions/lookup',
    access: ['leader'],
    summary: 'What to hand out to whoever presents this code, without redeeming it.',
    body: z.strictObject({ pickupPointId: PickupPointId, code: PresentedCode }),
    reply: HandOut,
    status: 200,
    errors: [...refused, 'PICKUP_CODE_USED'],
    idempotency: 'natural',
    audit: 'never',
  }),
  redeem: endpoint({
    id: 'delivery.redeem',
    service: 'delivery',
    method: 'post',
    path: '/redemptions',
    access: ['leader'],
    summary:
      'Redeems the presented code: once. The same Idempotency-Key gives the same redemption again, and opens no other order.',
    body: z.strictObject({ pickupPointId: PickupPointId, code: PresentedCode, ...happenedAt }),
    reply: Redemption,
    status: 201,
    errors: [
      ...refused,
      'PICKUP_CODE_USED',
      'PICKUP_NOT_READY',
      'TIME_IMPLAUSIBLE',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    idempotency: 'required',
  }),
  syncRedemptions: endpoint({
    id: 'delivery.syncRedemptions',
    service: 'delivery',
    method: 'post',
    path: '/redemptions/sync',
    access: ['leader'],
    summary:
      'Redemptions made without a signal, each with the code that was presented. Every one gets its own outcome; sending them again gives the same outcomes.',
    body: z.strictObject({
      pickupPointId: PickupPointId,
      redemptions: z
        .array(
          z.strictObject({
            /** Made by the phone; the same when it is sent again. */
            key: z.string().regex(/^[\w.:-]{8,64}$/),
            code: PresentedCode,
            at: Instant,
          }),
        )
        .min(1)
        .max(200),
    }),
    reply: z.object({
      results: z.array(
        z.object({
          key: z.string(),
          outcome: SyncOutcome,
          orderId: OrderId.optional(),
          redemptionId: RedemptionId.optional(),
          /** When it was redeemed: by this one, or by the one that won. */
          redeemedAt: Instant.optional(),
        }),
      ),
    }),
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  listHandOuts: endpoint({
    id: 'delivery.listHandOuts',
    service: 'delivery',
    method: 'get',
    path: '/pickup-points/:pickupPointId/hand-outs',
    access: ['leader', 'operator'],
    summary: 'The orders of a pickup point to hand out, by state: for its leader and operators.',
    params: point,
    query: z.strictObject({
      state: z.enum(['waiting', 'ready', 'overdue', 'redeemed']).default('ready'),
      ...pageQuery,
    }),
    reply: page(HandOut),
    errors: ['NOT_FOUND'],
  }),
  getHandOutList: endpoint({
    id: 'delivery.getHandOutList',
    service: 'delivery',
    method: 'get',
    path: '/pickup-points/:pickupPointId/hand-out-list',
    access: ['leader'],
    summary: 'Everything that is ready, with hashed codes, to check and hand out without a signal.',
    params: point,
    query: z.strictObject(pageQuery),
    reply: page(OfflineHandOut).extend({ iterations: z.int(), issuedAt: Instant }),
    errors: ['NOT_FOUND'],
  }),
  decideOverdue: endpoint({
    id: 'delivery.decideOverdue',
    service: 'delivery',
    method: 'post',
    path: '/pickup-points/:pickupPointId/overdue/:orderId/decision',
    access: ['leader', 'operator'],
    rights: 'fresh',
    summary:
      'What happens to an order that was not collected in time: keep it (until `keepUntil`), rescue-sell it or discard it. The last two end its code and refund the first buyer.',
    params: z.strictObject({ pickupPointId: PickupPointId, orderId: OrderId }),
    body: z.strictObject({
      kind: z.enum(['keep', 'rescue', 'discard']),
      keepUntil: Instant.optional(),
      note: Text(300).optional(),
    }),
    reply: HandOut,
    status: 200,
    errors: ['NOT_FOUND', 'NOT_OVERDUE', 'TIME_IMPLAUSIBLE'],
    idempotency: 'natural',
  }),
};
