import { page, pageQuery, Position } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, CityId, PickupPointId } from '../ids';
import { z } from '../zod';

/** What other services need to know of a pickup point. */
export const PickupPointCard = z.object({
  pickupPointId: PickupPointId,
  cityId: CityId,
  name: z.string(),
  nameEn: z.string().optional(),
  address: z.string(),
  position: Position,
  leaderAccountId: AccountId.optional(),
  leaderPhone: z.string().optional(),
  open: z.boolean(),
  /** Orders that it takes per day. */
  capacityPerDay: z.int().optional(),
});
export type PickupPointCard = z.infer<typeof PickupPointCard>;

export const deliveryInternal = {
  lookUpPickupPoints: endpoint({
    id: 'delivery.lookUpPickupPoints',
    service: 'delivery',
    method: 'post',
    path: '/internal/pickup-points/lookup',
    access: 'internal',
    summary: 'Several pickup points at once; unknown ones are left out.',
    body: z.strictObject({ pickupPointIds: z.array(PickupPointId).min(1).max(500) }),
    reply: z.object({ pickupPoints: z.array(PickupPointCard) }),
    status: 200,
    idempotency: 'natural',
  }),
  listPickupPointCards: endpoint({
    id: 'delivery.listPickupPointCards',
    service: 'delivery',
    method: 'get',
    path: '/internal/pickup-points',
    access: 'internal',
    summary: 'All pickup points of all cities, for services that keep a copy.',
    query: z.strictObject({ ...pageQuery }),
    reply: page(PickupPointCard),
  }),
  listPointsOfLeader: endpoint({
    id: 'delivery.listPointsOfLeader',
    service: 'delivery',
    method: 'get',
    path: '/internal/leaders/:accountId/pickup-points',
    access: 'internal',
    summary: 'The pickup points that an account leads at this moment.',
    params: z.strictObject({ accountId: AccountId }),
    reply: z.object({ pickupPoints: z.array(PickupPointCard) }),
  }),
};
