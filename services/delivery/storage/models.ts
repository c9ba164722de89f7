import { type Connection, type IndexDefinition, type IndexOptions, type SchemaDefinition } from 'mongoose';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import type * as docs from './documents';

const outbox = [outboxIndex.key, { sparse: outboxIndex.sparse }] as const;
/** Projections can be built again or are of no use after the season: they go by themselves, the longest untouched first. */
const forgottenAfterDays = (days: number, field: string) =>
  [{ [field]: 1 }, { expireAfterSeconds: days * 24 * 3600 }] as const;

const withDiscrepancies = (of: string) => ({
  name: `discrepancies_by_${of}`,
  partialFilterExpression: { 'discrepancies.discrepancyId': { $exists: true } },
});

/**
 * The collections are written through the driver, whole documents at a time, typed by `documents.ts`; mongoose knows their ids
 * and indexes.
 */
const collection = <Doc extends { _id: string }>(
  name: string,
  ...indexes: readonly (readonly [IndexDefinition, IndexOptions?])[]
) =>
  defineModel<Doc>({
    name,
    collection: name,
    fields: { _id: { type: String, required: true } } as SchemaDefinition<Doc>,
    indexes,
  });

const definitions = {
  pickupPoints: collection<docs.PickupPointDoc>(
    'pickup_points',
    [{ location: '2dsphere' }],
    [{ cityId: 1, sortName: 1, _id: 1 }],
    [{ sortName: 1, _id: 1 }],
    [{ 'leader.accountId': 1 }, { sparse: true }],
    outbox,
  ),
  facilities: collection<docs.FacilityDoc>('facilities', [{ cityId: 1, _id: 1 }]),
  couriers: collection<docs.CourierDoc>('couriers', [{ cityId: 1, _id: 1 }]),
  plans: collection<docs.PlanDoc>(
    'route_plans',
    [{ cityId: 1, pickupDate: -1, _id: -1 }],
    [{ cycleId: 1, consolidationVersion: -1 }],
    [{ status: 1, touchedAt: 1 }],
    outbox,
  ),
  loads: collection<docs.LoadDoc>('stop_loads', [{ consolidationId: 1, _id: 1 }]),
  routes: collection<docs.RouteDoc>(
    'routes',
    [{ consolidationId: 1, _id: 1 }],
    [{ cycleId: 1, status: 1 }],
    // The status last: what is left out by it is not read.
    [{ cityId: 1, pickupDate: -1, _id: -1, status: 1 }],
    [{ 'courier.accountId': 1, pickupDate: -1, _id: -1, status: 1 }],
    [{ 'stops.pickupPointId': 1, pickupDate: -1, _id: -1 }],
    [{ 'stops.pickupPointId': 1, cycleId: 1 }],
    [{ 'stops.stopId': 1 }],
    [{ 'leaving.toRouteId': 1 }, { sparse: true }],
    [{ 'stops.resolution.unwritten': 1 }, { sparse: true }],
    outbox,
  ),
  receipts: collection<docs.ReceiptDoc>(
    'receipts',
    // Most receipts have no discrepancy.
    [{ cityId: 1, receivedAt: -1, _id: 1 }, withDiscrepancies('city')],
    [{ pickupPointId: 1, receivedAt: -1, _id: 1 }, withDiscrepancies('point')],
    [{ courierAccountId: 1, receivedAt: -1, _id: 1 }, withDiscrepancies('courier')],
    [{ 'discrepancies.discrepancyId': 1 }, { sparse: true }],
    outbox,
  ),
  sightings: collection<docs.SightingDoc>('courier_sightings', forgottenAfterDays(30, 'at')),
  codes: collection<docs.PickupCodeDoc>(
    'pickup_codes',
    [
      { pickupPointId: 1, activeDigits: 1 },
      { unique: true, partialFilterExpression: { activeDigits: { $exists: true } } },
    ],
    [
      { pickupPointId: 1, 'redeemed.by': 1, 'redeemed.key': 1 },
      { unique: true, partialFilterExpression: { 'redeemed.key': { $exists: true } } },
    ],
    [{ pickupPointId: 1, spentDigits: 1 }, { partialFilterExpression: { spentDigits: { $exists: true } } }],
    [{ pickupPointId: 1, status: 1, _id: 1 }],
    [{ pickupPointId: 1, status: 1, touchedAt: 1 }],
    [{ cityId: 1, status: 1, touchedAt: 1 }],
    [{ status: 1, collectBefore: 1 }],
    [{ accountId: 1 }],
    outbox,
  ),
  orders: collection<docs.TrackedOrderDoc>('tracked_orders', forgottenAfterDays(120, 'touchedAt')),
  groupOrders: collection<docs.GroupOrderDoc>(
    'group_orders',
    [{ pickupPointId: 1, touchedAt: -1 }],
    forgottenAfterDays(120, 'touchedAt'),
  ),
  groupBuys: collection<docs.GroupBuyDoc>(
    'group_buys',
    [{ pickupPointId: 1, touchedAt: -1 }],
    forgottenAfterDays(7, 'touchedAt'),
  ),
  cityGroups: collection<docs.CityGroupsDoc>(
    'city_groups',
    [{ cityId: 1, touchedAt: -1 }],
    forgottenAfterDays(7, 'touchedAt'),
  ),
  neighbourhoods: collection<docs.NeighbourhoodDoc>('neighbourhoods'),
  guesses: collection<docs.GuessesDoc>('code_guesses', forgottenAfterDays(2, 'touchedAt')),
  photos: collection<docs.PhotoDoc>('photos', [{ unusedSince: 1 }, { sparse: true }]),
  keys: collection<docs.KeyDoc>('keys'),
};

/** The service's collections on this connection, made known to `ensureIndexes`. */
export function collectionsOn(connection: Connection) {
  const on = <Doc extends { _id: string }>(definition: ReturnType<typeof defineModel<Doc>>) => {
    modelOn(connection, definition);
    return nativeOn(connection, definition);
  };
  return {
    pickupPoints: on(definitions.pickupPoints),
    facilities: on(definitions.facilities),
    couriers: on(definitions.couriers),
    plans: on(definitions.plans),
    loads: on(definitions.loads),
    routes: on(definitions.routes),
    receipts: on(definitions.receipts),
    sightings: on(definitions.sightings),
    codes: on(definitions.codes),
    orders: on(definitions.orders),
    groupOrders: on(definitions.groupOrders),
    groupBuys: on(definitions.groupBuys),
    cityGroups: on(definitions.cityGroups),
    neighbourhoods: on(definitions.neighbourhoods),
    guesses: on(definitions.guesses),
    photos: on(definitions.photos),
    keys: on(definitions.keys),
  };
}
export type Collections = ReturnType<typeof collectionsOn>;
