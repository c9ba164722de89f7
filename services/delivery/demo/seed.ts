import { type Connection } from 'mongoose';
import { AccountId, CityId, FacilityId, PickupPointId } from '#shared/contracts/ids';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { type CourierDoc, type FacilityDoc, type PickupPointDoc } from '../storage/documents';
import { collectionsOn } from '../storage/models';
import { pointChanged, storedFacts } from '../usecases/points/pointFacts';
import { type DemoPlace, demoPlaces } from './neighbourhoods';

const cityId = CityId.parse('cit_hangzhou');
const numbered = (n: number, digits: number) => String(n).padStart(digits, '0');
const surnames = Array.from('王李张刘陈杨黄赵周吴徐孙');

/**
 * The demo's pickup points with their leaders, warehouses and couriers. What is there already stays as it is, so it may run at
 * every start.
 */
export async function seedDeliveryDemo(mongo: Connection, now: Date): Promise<void> {
  const { pickupPoints, facilities, couriers } = collectionsOn(mongo);
  await ensureIndexes(mongo);
  await insertMissing(
    pickupPoints,
    demoPlaces.map((place) => demoPoint(place, now)),
  );
  await insertMissing(facilities, demoFacilities);
  await insertMissing(
    couriers,
    Array.from({ length: 6 }, (_, at) => demoCourier(at + 1)),
  );
}

function demoPoint({ n, name, address, position }: DemoPlace, now: Date): PickupPointDoc {
  const point = {
    _id: PickupPointId.parse(`ppt_${numbered(n, 3)}`),
    cityId,
    ...storedFacts({
      ...{ name, address, position },
      openingHours: [{ from: n % 4 === 0 ? '09:00' : '08:00', to: n % 3 === 0 ? '21:00' : '22:00' }],
      coldStorage: n % 5 !== 0,
      // Whoever tries the demo may send crowds to one point.
      capacityPerDay: 5_000,
    }),
    open: true,
    leader: {
      accountId: AccountId.parse(`acc_leader${numbered(n, 3)}`),
      displayName: n === 1 ? '王阿姨' : `${surnames[n % surnames.length] ?? ''}团长`,
      phone: n === 1 ? '13800000002' : `1380001${numbered(n, 4)}`,
    },
    // Whatever identity decides later counts.
    leaderDecidedAt: new Date(0),
    boardVersion: 0,
    version: 1,
  };
  return { ...point, outbox: [{ ...pointChanged(point, now), id: `demo:${point._id}` }] };
}

const demoFacilities: readonly FacilityDoc[] = [
  {
    _id: FacilityId.parse('fac_central'),
    kind: 'central',
    name: { zh: '杭州中心仓', en: 'Hangzhou central warehouse' },
    address: '杭州市石祥路589号',
    position: { lng: 120.1652, lat: 30.3391 },
  },
  {
    _id: FacilityId.parse('fac_grid1'),
    kind: 'grid',
    name: { zh: '城西网格仓', en: 'West grid warehouse' },
    address: '杭州市文一西路522号',
    position: { lng: 120.0968, lat: 30.2874 },
  },
  {
    _id: FacilityId.parse('fac_grid2'),
    kind: 'grid',
    name: { zh: '滨江网格仓', en: 'Riverside grid warehouse' },
    address: '杭州市滨盛路1508号',
    position: { lng: 120.2093, lat: 30.2108 },
  },
].map((facility) => ({ ...facility, cityId, open: true, version: 1 }) as FacilityDoc);

const demoCourier = (n: number): CourierDoc => ({
  _id: AccountId.parse(`acc_courier${numbered(n, 2)}`),
  cityId,
  displayName: n === 1 ? '赵师傅' : `${surnames[(n * 5) % surnames.length] ?? ''}师傅`,
  vehicle: n % 3 === 0 ? 'truck' : 'van',
  crateCapacity: n % 3 === 0 ? 240 : 120,
  coldCapable: n !== 5,
  shift: { from: '06:30', to: '18:00' },
  active: true,
  version: 1,
});

type Insertable = { bulkWrite(operations: never[], options: { ordered: false }): Promise<unknown> };

async function insertMissing(
  collection: Insertable,
  documents: readonly { readonly _id: string }[],
): Promise<void> {
  const operations = documents.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
  }));
  await collection.bulkWrite(operations as never[], { ordered: false });
}
