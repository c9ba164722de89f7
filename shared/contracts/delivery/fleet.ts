import { Bilingual, page, pageQuery, Position, Text, TimeWindow, Version } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, CityId, FacilityId } from '../ids';
import { z } from '../zod';
import { areHoursPossible } from './hours';
import { confirmFar } from './pickupPoints';

const facilityFacts = {
  kind: z.enum(['central', 'grid']),
  name: Bilingual(40),
  address: Text(120),
  position: Position,
  open: z.boolean(),
};

/** A warehouse that routes begin at. */
export const FacilityView = z
  .object({ facilityId: FacilityId, cityId: CityId, ...facilityFacts, version: Version })
  .meta({ id: 'Facility' });
export type FacilityView = z.infer<typeof FacilityView>;

const courierFacts = {
  cityId: CityId,
  displayName: Text(40),
  vehicle: z.enum(['bicycle', 'tricycle', 'van', 'truck']),
  /** Crates that the vehicle holds. */
  crateCapacity: z.int().min(1).max(1_000),
  /** Can carry chilled and frozen goods. */
  coldCapable: z.boolean(),
  /** City time; what ends before it begins goes over midnight. */
  shift: TimeWindow,
  /** Works at the moment: is planned with. */
  active: z.boolean(),
};

/** A courier's profile: what planning needs to know. */
export const CourierView = z
  .object({ courierAccountId: AccountId, ...courierFacts, version: Version })
  .meta({ id: 'Courier' });
export type CourierView = z.infer<typeof CourierView>;

export const fleetApi = {
  listFacilities: endpoint({
    id: 'delivery.listFacilities',
    service: 'delivery',
    method: 'get',
    path: '/facilities',
    access: ['operator'],
    summary: 'The warehouses of a city.',
    query: z.strictObject({ cityId: CityId, ...pageQuery }),
    reply: page(FacilityView),
  }),
  createFacility: endpoint({
    id: 'delivery.createFacility',
    service: 'delivery',
    method: 'post',
    path: '/facilities',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds a warehouse. The same Idempotency-Key makes it once.',
    body: z.strictObject({
      cityId: CityId,
      ...facilityFacts,
      open: z.boolean().default(true),
      ...confirmFar,
    }),
    reply: FacilityView,
    status: 201,
    errors: ['NOT_FOUND', 'POSITION_FAR'],
    idempotency: 'required',
  }),
  changeFacility: endpoint({
    id: 'delivery.changeFacility',
    service: 'delivery',
    method: 'patch',
    path: '/facilities/:facilityId',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Changes what is given, if nobody changed the warehouse since `version`.',
    params: z.strictObject({ facilityId: FacilityId }),
    body: z.strictObject({ version: Version, ...z.object(facilityFacts).partial().shape, ...confirmFar }),
    reply: FacilityView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'POSITION_FAR'],
    idempotency: 'stored',
  }),
  listCouriers: endpoint({
    id: 'delivery.listCouriers',
    service: 'delivery',
    method: 'get',
    path: '/couriers',
    access: ['operator'],
    summary: 'The couriers of a city.',
    query: z.strictObject({ cityId: CityId, ...pageQuery }),
    reply: page(CourierView),
  }),
  getMyCourierProfile: endpoint({
    id: 'delivery.getMyCourierProfile',
    service: 'delivery',
    method: 'get',
    path: '/couriers/me',
    access: ['courier'],
    summary: "The calling courier's own profile.",
    reply: CourierView,
    errors: ['NOT_FOUND'],
  }),
  putCourier: endpoint({
    id: 'delivery.putCourier',
    service: 'delivery',
    method: 'put',
    path: '/couriers/:accountId',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Makes or replaces the profile of a courier; the account needs the role courier to act.',
    params: z.strictObject({ accountId: AccountId }),
    body: z.strictObject({
      ...courierFacts,
      shift: TimeWindow.refine(areHoursPossible, { error: 'must begin and end at times that a clock shows' }),
      active: z.boolean().default(true),
    }),
    reply: CourierView,
    idempotency: 'natural',
  }),
};
