import sharp from 'sharp';
import { type EventData } from '#shared/contracts/events';
import { type Temperature } from '#shared/contracts/internal/catalog';
import { type PickupCodeView } from '#shared/contracts/delivery/pickupViews';
import { type RoutePlanView } from '#shared/contracts/delivery/planning';
import { type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type CourierView } from '#shared/contracts/delivery/fleet';
import { AccountId, LineId, OrderId, SkuId } from '#shared/contracts/ids';
import { anId } from './anId';
import { as, deliveryHarness, type DeliveryHarness, eventually, hangzhou } from './deliveryHarness';

export const operator = as('acc_operator', 'operator');
export const courier = as('acc_courier01', 'courier');
export const leaderOf = (number: number) => as(`acc_leader00${number}`, 'leader');
export const point = (number: number) => anId(`ppt_00${number}`);
/** Whoever leads the point of this stop. */
export const leaderAt = ({ pickupPoint }: StopView) => leaderOf(Number(pickupPoint.pickupPointId.slice(-1)));
const title = { zh: '青菜', en: 'Greens' };

/** Delivery of such a city, for one test. */
export async function aCityHarness(points?: number): Promise<DeliveryHarness> {
  const harness = await deliveryHarness();
  await aCity(harness, points);
  return harness;
}

/** Pickup points ppt_001…, each led by acc_leader001…, one courier with room, one warehouse. */
export async function aCity({ collections }: DeliveryHarness, points = 3): Promise<void> {
  await collections.pickupPoints.insertMany(
    Array.from({ length: points }, (_, at) => ({
      _id: point(at + 1),
      cityId: hangzhou,
      name: { zh: `和平小区${at + 1}号`, en: `Heping ${at + 1}` },
      address: `文三路${at + 1}号`,
      location: { type: 'Point' as const, coordinates: [120.15 + at / 100, 30.28] as const },
      openingHours: [{ from: '08:00', to: '21:00' }],
      coldStorage: true,
      capacityPerDay: 100,
      open: true,
      leader: { accountId: anId(`acc_leader00${at + 1}`), displayName: '李团长', phone: '13800000002' },
      leaderDecidedAt: new Date(0),
      foundBy: `和平小区${at + 1}号\n~he ping xiao qu`,
      sortName: `heping${at + 1}`,
      boardVersion: 0,
      version: 1,
    })),
  );
  await collections.facilities.insertOne({
    _id: anId('fac_central'),
    cityId: hangzhou,
    kind: 'central',
    name: { zh: '中心仓', en: 'Central' },
    address: '仓前街1号',
    position: { lng: 120.1, lat: 30.3 },
    open: true,
    version: 1,
  });
  await collections.couriers.insertMany([aCourier('acc_courier01'), aCourier('acc_courier02')]);
}

const aCourier = (account: string, more: Partial<CourierView> = {}) => ({
  _id: AccountId.parse(account),
  cityId: hangzhou,
  displayName: '王师傅',
  vehicle: 'van' as const,
  crateCapacity: 40,
  coldCapable: true,
  shift: { from: '08:00', to: '18:00' },
  active: true,
  version: 1,
  ...more,
});

/** A frozen consolidation that brings 40 greens and 5 cold milk to each of the first points. */
export async function frozen(harness: DeliveryHarness, id = 'con_1', version = 1, points = 3): Promise<void> {
  const sku = (skuId: string, temperature: Temperature, units: number) => ({
    ...{ skuId: SkuId.parse(skuId), title, temperature, units },
    grams: 500,
  });
  harness.others.loads.set(
    id,
    Array.from({ length: points }, (_, at) => ({
      pickupPointId: point(at + 1),
      orders: 2,
      skus: [sku('sku_greens', 'ambient', 40), sku('sku_milk', 'chilled', 5)],
    })),
  );
  await harness.tell('orders.consolidation_frozen.v1', {
    consolidationId: id,
    cityId: hangzhou,
    cycleId: 'cyc_20260301',
    pickupDate: '2026-03-02',
    version,
    orders: points * 2,
  });
}

/** Plans the consolidation for one courier and gives the route. */
export async function aPlannedRoute(harness: DeliveryHarness, couriers = ['acc_courier01']) {
  await frozen(harness);
  const { body } = await harness
    .call('post', '/route-plans', operator)
    .send({ consolidationId: 'con_1', facilityId: 'fac_central', courierAccountIds: couriers })
    .expect(201);
  return (body as RoutePlanView).routes[0]!.routeId;
}

/** The route as its courier sees it. */
export const routeView = async ({ call }: DeliveryHarness, routeId: string, token = courier) =>
  (await call('get', `/routes/${routeId}`, token).expect(200)).body as RouteView;

/** Loads everything and leaves. */
export async function aRouteUnderWay(harness: DeliveryHarness) {
  const routeId = await aPlannedRoute(harness);
  const { stops } = await routeView(harness, routeId);
  const crateIds = stops.flatMap((stop) => stop.crates.map((c) => c.crateId));
  await harness.call('post', `/routes/${routeId}/load`, courier).send({ crateIds }).expect(200);
  await harness.call('post', `/routes/${routeId}/depart`, courier).send({ missing: [] }).expect(200);
  return routeId;
}

/** Supersedes the first consolidation: the milk does not come, nor some of the greens. */
export async function superseded(harness: DeliveryHarness): Promise<void> {
  const { loads } = harness.others;
  const greens = { skuId: anId<'sku'>('sku_greens'), title, grams: 500 };
  const skus = [{ ...greens, temperature: 'ambient' as const, units: 25 }];
  loads.set(
    'con_2',
    loads.get('con_1')!.map((load) => ({ ...load, skus })),
  );
  await harness.tell('orders.consolidation_frozen.v1', {
    ...{ consolidationId: 'con_2', cityId: hangzhou, cycleId: 'cyc_20260301', pickupDate: '2026-03-02' },
    ...{ version: 2, orders: 6, supersedes: 'con_1' },
  });
}

/** What is put down at a stop: everything, and chilled crates with their temperature. */
export const countsOf = ({ crates }: StopView) =>
  crates.map(({ crateId, units, zone }) => ({
    ...{ crateId, units },
    ...(zone === 'cold' ? { celsius: 4 } : {}),
  }));

/** Arrives at the first stop and puts everything down; gives the stop. */
export async function aHandedOverStop(harness: DeliveryHarness) {
  const routeId = await aRouteUnderWay(harness);
  const stop = (await routeView(harness, routeId)).stops[0]!;
  await harness.call('post', `/stops/${stop.stopId}/arrive`, courier).send({}).expect(200);
  const { body } = await harness
    .call('post', `/stops/${stop.stopId}/hand-over`, courier)
    .send({ crates: countsOf(stop) })
    .expect(200);
  return body as StopView;
}

/** The leader counted three greens too few in the first ambient crate; gives the stop as they see it then. */
export async function aShortStop(harness: DeliveryHarness) {
  const stop = await aHandedOverStop(harness);
  const leader = leaderAt(stop);
  const { body: photo } = await harness
    .call('post', '/delivery-photos', leader)
    .attach('file', await aPicture(), 'crate.png')
    .expect(201);
  const crate = stop.crates.find(({ items }) => items.some(({ skuId }) => skuId === 'sku_greens'))!;
  const { body } = await harness
    .call('post', `/stops/${stop.stopId}/receipt`, leader)
    .send({
      differences: [
        {
          ...{ crateId: crate.crateId, skuId: 'sku_greens', received: crate.units - 3, heldBy: 'courier' },
          photoId: (photo as { photoId: string }).photoId,
        },
      ],
    })
    .expect(200);
  return body as StopView;
}

/** What every event about an order says. */
export const anOrder = (orderId: string, version: number, more: object = {}) => ({
  orderId: OrderId.parse(orderId),
  accountId: anId('acc_shopper1'),
  cityId: hangzhou,
  cycleId: anId('cyc_20260301'),
  pickupPointId: point(1),
  groupOrderId: anId('gro_1'),
  placedAt: '2026-03-01T10:00:00.000Z',
  version,
  ...more,
});

const publicLine = {
  lineId: LineId.parse('l1'),
  offerId: anId('off_1'),
  skuId: anId('sku_greens'),
  title,
  quantity: 2,
};

export const aPaidOrder = (orderId: string, version = 2): EventData<'orders.paid.v1'> => ({
  ...anOrder(orderId, version),
  total: { amount: 1200, currency: 'CNY' },
  initial: '张',
  fulfilment: 'pickup',
  lines: [publicLine],
});

/** Told when the leader had counted an order's goods at `readyAt`. */
export const aReadyEvent = (orderId: string, readyAt: Date): EventData<'orders.ready.v1'> => ({
  ...anOrder(orderId, 4),
  readyAt: readyAt.toISOString(),
  lines: [publicLine],
});

/** An order that is on its way from `departedAt`. */
export const aDepartedEvent = (orderId: string, version: number): EventData<'orders.in_transit.v1'> => ({
  ...anOrder(orderId, version),
  departedAt: '2026-03-02T00:00:00.000Z',
});

/** An order that waits at ppt_001 to be collected; gives its code as its shopper sees it. */
export async function aReadyOrder(
  harness: DeliveryHarness,
  orderId: string,
  temperature: Temperature = 'ambient',
) {
  await aReceivedOrder(harness, orderId, temperature);
  await harness.tell('orders.ready.v1', aReadyEvent(orderId, harness.clock.now));
  return eventually(async () => {
    const { body } = await harness.call('get', `/pickup-codes/${orderId}`, as('acc_shopper1'));
    const code = body as PickupCodeView;
    return code.status === 'ready' && code;
  });
}

/** An order that orders knows to be ready, though delivery was not told yet. */
export async function aReceivedOrder(
  harness: DeliveryHarness,
  orderId: string,
  temperature: Temperature = 'ambient',
  door: { fulfilment: 'door'; address: string } | { fulfilment: 'pickup' } = { fulfilment: 'pickup' },
): Promise<void> {
  harness.others.ordersToHandOut.set(orderId, {
    ...anOrder(orderId, 4),
    status: 'ready',
    recipientName: '张三',
    phoneTail: '0001',
    ...door,
    readyAt: harness.clock.now.toISOString(),
    lines: [
      {
        ...{
          lineId: LineId.parse('l1'),
          skuId: anId('sku_greens'),
          title,
          temperature,
          fresh: true,
          units: 2,
        },
        pack: { zh: '500 克', en: '500 g' },
      },
    ],
  });
  await harness.tell('orders.paid.v1', aPaidOrder(orderId));
}

/** A picture as a phone sends it. */
export const aPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a3' } })
    .png()
    .toBuffer();

/** Drives to this pickup point, and nobody is there; gives the stop. */
export async function aFailedStop(harness: DeliveryHarness, number: number) {
  const routeId = await aRouteUnderWay(harness);
  const { stops } = await routeView(harness, routeId);
  const stop = stops.find(({ pickupPoint }) => pickupPoint.pickupPointId === point(number))!;
  const { body: photo } = await harness
    .call('post', '/delivery-photos', courier)
    .attach('file', await aPicture(), 'door.png')
    .expect(201);
  const { body } = await harness
    .call('post', `/stops/${stop.stopId}/fail`, courier)
    .send({ reason: 'nobody_there', photoId: (photo as { photoId: string }).photoId })
    .expect(200);
  return body as StopView;
}
