import { type FacilityView, type CourierView } from '../../../shared/contracts/delivery/fleet';
import { type ManagedPickupPoint } from '../../../shared/contracts/delivery/pickupPoints';
import { type AccountId, type CityId } from '../../../shared/contracts/ids';
import { type Operator } from '../actors/operator';
import { newKey } from '../actors/person';
import { allPages } from '../actors/waiting';
import { type Pace } from './pace';
import { centre, cityName, points, timeZone, warehouse } from './places';

export const allDay = { from: '00:00', to: '24:00' };

/** The demo's city: opened at the first day, found again at the next. Its rules are those of the day. */
export async function prepareCity(operator: Operator, rules: Pace['rules']): Promise<CityId> {
  const { catalog } = operator.api;
  const cities = await allPages((cursor) => catalog.listCities({ query: { limit: '100', ...page(cursor) } }));
  const city =
    cities.find(({ name }) => name.en === cityName.en) ??
    (await catalog.openCity({ body: { name: cityName, timeZone, centre }, idempotencyKey: newKey() }));
  const params = { cityId: city.cityId };
  const known = await catalog.readCityRules({ params });
  const differs = Object.entries(rules).some(
    ([name, value]) => known.rules[name as keyof typeof rules] !== value,
  );
  if (differs)
    await catalog.changeCityRules({
      params,
      body: { version: known.version, rules },
      idempotencyKey: newKey(),
    });
  return city.cityId;
}

export async function prepareWarehouse(operator: Operator, cityId: CityId): Promise<FacilityView> {
  const { items } = await operator.api.delivery.listFacilities({ query: { cityId } });
  return (
    items.find(({ name }) => name.en === warehouse.name.en) ??
    operator.api.delivery.createFacility({ body: { cityId, ...warehouse }, idempotencyKey: newKey() })
  );
}

/** The pickup points in the order of the plan, open all day and night. */
export async function preparePoints(operator: Operator, cityId: CityId): Promise<ManagedPickupPoint[]> {
  const { delivery } = operator.api;
  const known = await allPages((cursor) =>
    delivery.listManagedPickupPoints({ query: { cityId, limit: '100', ...page(cursor) } }),
  );
  return Promise.all(
    points.map(
      async ({ name, address, position }) =>
        known.find((point) => point.name.en === name.en) ??
        delivery.createPickupPoint({
          body: {
            cityId,
            name,
            address,
            position,
            openingHours: [allDay],
            coldStorage: true,
            capacityPerDay: 1_000,
          },
          idempotencyKey: newKey(),
        }),
    ),
  );
}

/** Gives a point to a leader, unless they have it already. */
export async function assignLeader(
  operator: Operator,
  point: ManagedPickupPoint,
  accountId: AccountId,
): Promise<void> {
  if (point.leaderAccountId === accountId) return;
  const { pickupPointId, version } = point;
  await operator.api.delivery.assignLeader({
    params: { pickupPointId },
    body: { version, accountId },
    idempotencyKey: newKey(),
  });
}

/** The couriers work today, around the clock, in a van that cools. */
export function engageCourier(
  operator: Operator,
  cityId: CityId,
  { accountId, displayName }: { readonly accountId: AccountId; readonly displayName: string },
): Promise<CourierView> {
  return operator.api.delivery.putCourier({
    params: { accountId },
    body: { cityId, displayName, vehicle: 'van', crateCapacity: 60, coldCapable: true, shift: allDay },
  });
}

const page = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });
