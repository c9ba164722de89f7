import { Bilingual, page, pageQuery, Position, queryNumber, Text, TimeWindow, Version } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, CityId, PickupPointId } from '../ids';
import { z } from '../zod';
import { isDayPossible } from './hours';

const openingHours = z.array(TimeWindow).min(1).max(3);
const capacityPerDay = z.int().min(1).max(5_000);

/** A pickup point as anybody may see it. */
export const PickupPointView = z
  .object({
    pickupPointId: PickupPointId,
    cityId: CityId,
    name: Bilingual(40),
    address: z.string(),
    position: Position,
    /** When neighbours can collect, city time, each day; what ends before it begins goes over midnight. */
    openingHours,
    coldStorage: z.boolean(),
    /** Orders that it takes per day. */
    capacityPerDay,
    /** Absent: nobody leads it now. */
    leaderName: z.string().optional(),
    open: z.boolean(),
    /** From the position that was asked for, as the crow flies. */
    distanceMetres: z.int().optional(),
  })
  .meta({ id: 'PickupPoint' });
export type PickupPointView = z.infer<typeof PickupPointView>;

/** The same with what operators and its leader work with. */
export const ManagedPickupPoint = PickupPointView.extend({
  leaderAccountId: AccountId.optional(),
  leaderPhone: z.string().optional(),
  version: Version,
}).meta({ id: 'ManagedPickupPoint' });
export type ManagedPickupPoint = z.infer<typeof ManagedPickupPoint>;

const degrees = (max: number) => queryNumber(z.coerce.number<string>().min(-max).max(max));
const facts = {
  name: Bilingual(40),
  address: Text(120),
  position: Position,
  openingHours: openingHours.refine(isDayPossible, {
    error: 'must be windows of a day that do not overlap',
  }),
  coldStorage: z.boolean(),
  capacityPerDay,
};
/** The place is far from the centre of its city, and that is right. */
export const confirmFar = { confirmFar: z.boolean().optional() };
const one = z.strictObject({ pickupPointId: PickupPointId });

export const pickupPointsApi = {
  listPickupPoints: endpoint({
    id: 'delivery.listPickupPoints',
    service: 'delivery',
    method: 'get',
    path: '/pickup-points',
    access: 'public',
    summary:
      'Open pickup points: the nearest first when `lng` and `lat` are given, otherwise by name; `search` matches the name in Chinese, pinyin, initials or English, and the address.',
    query: z
      .strictObject({
        cityId: CityId.optional(),
        lng: degrees(180).optional(),
        lat: degrees(90).optional(),
        search: Text(40).optional(),
        ...pageQuery,
      })
      .refine(({ lng, lat }) => (lng === undefined) === (lat === undefined), {
        error: 'lng and lat come together',
      }),
    reply: page(PickupPointView),
  }),
  listMyPickupPoints: endpoint({
    id: 'delivery.listMyPickupPoints',
    service: 'delivery',
    method: 'get',
    path: '/pickup-points/mine',
    access: ['leader'],
    summary: 'The pickup points that the caller leads.',
    reply: z.object({ pickupPoints: z.array(ManagedPickupPoint) }),
  }),
  listManagedPickupPoints: endpoint({
    id: 'delivery.listManagedPickupPoints',
    service: 'delivery',
    method: 'get',
    path: '/pickup-points/managed',
    access: ['operator'],
    summary: 'All pickup points of a city for the console, closed ones too, by name.',
    query: z.strictObject({ cityId: CityId, search: Text(40).optional(), ...pageQuery }),
    reply: page(ManagedPickupPoint),
  }),
  getPickupPoint: endpoint({
    id: 'delivery.getPickupPoint',
    service: 'delivery',
    method: 'get',
    path: '/pickup-points/:pickupPointId',
    access: 'public',
    summary: 'One pickup point, open or closed.',
    params: one,
    reply: PickupPointView,
    errors: ['NOT_FOUND'],
  }),
  createPickupPoint: endpoint({
    id: 'delivery.createPickupPoint',
    service: 'delivery',
    method: 'post',
    path: '/pickup-points',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Opens a new pickup point. The same Idempotency-Key makes it once.',
    body: z.strictObject({ cityId: CityId, ...facts, ...confirmFar }),
    reply: ManagedPickupPoint,
    status: 201,
    errors: ['NOT_FOUND', 'POSITION_FAR'],
    idempotency: 'required',
  }),
  changePickupPoint: endpoint({
    id: 'delivery.changePickupPoint',
    service: 'delivery',
    method: 'patch',
    path: '/pickup-points/:pickupPointId',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Changes what is given, if nobody changed the point since `version`; `open: false` closes it.',
    params: one,
    body: z.strictObject({
      version: Version,
      ...z.object(facts).partial().shape,
      open: z.boolean().optional(),
      ...confirmFar,
    }),
    reply: ManagedPickupPoint,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'POSITION_FAR'],
    idempotency: 'stored',
  }),
  assignLeader: endpoint({
    id: 'delivery.assignLeader',
    service: 'delivery',
    method: 'put',
    path: '/pickup-points/:pickupPointId/leader',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Gives the point to a leader; `accountId: null` leaves it without one.',
    params: one,
    body: z.strictObject({ version: Version, accountId: AccountId.nullable() }),
    reply: ManagedPickupPoint,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'LEADER_UNKNOWN'],
    idempotency: 'stored',
  }),
};
