import { anId } from '../../tests/support/anId';
import {
  aCityHarness,
  aHandedOverStop,
  aPlannedRoute,
  courier,
  frozen,
  operator,
  point,
  routeView,
  superseded,
} from '../../tests/support/deliveryBuilders';
import { as, bodyOf, type DeliveryHarness, eventually, hangzhou } from '../../tests/support/deliveryHarness';
import { type RoutePlanView } from '#shared/contracts/delivery/planning';
import { type RouteView } from '#shared/contracts/delivery/routes';
import { sweepPlans } from './usecases/planning/sweepPlans';

let delivery: DeliveryHarness;
beforeEach(async () => {
  delivery = await aCityHarness(6);
});
afterEach(() => delivery.close());

const plan = (body: object) =>
  delivery
    .call('post', '/route-plans', operator)
    .send({ consolidationId: 'con_1', facilityId: 'fac_central', ...body });

test('routes can be reordered and given to somebody else while they are planned, by whoever saw them last', async () => {
  const routeId = await aPlannedRoute(delivery);
  const { route, stops } = await routeView(delivery, routeId);
  const stopIds = stops.map(({ stopId }) => stopId).reverse();
  const reorder = (body: object) =>
    delivery.call('put', `/routes/${routeId}/stop-order`, operator).send(body);
  expect((await reorder({ version: route.version, stopIds: stopIds.slice(1) })).body.code).toBe(
    'STOPS_DIFFER',
  );
  const body = await bodyOf<RouteView>(reorder({ version: route.version, stopIds }).expect(200));
  expect(body.stops.map(({ stopId }) => stopId)).toEqual(stopIds);
  await reorder({ version: route.version, stopIds }).expect(409);

  const give = (courierAccountId: string) =>
    delivery
      .call('put', `/routes/${routeId}/courier`, operator)
      .send({ version: body.route.version, courierAccountId });
  expect((await give('acc_nobody')).body.code).toBe('COURIER_UNKNOWN');
  await delivery.collections.couriers.updateOne(
    { _id: anId('acc_courier02') },
    { $set: { crateCapacity: 2 } },
  );
  expect((await give('acc_courier02')).body.code).toBe('CAPACITY_EXCEEDED');
  await delivery.collections.couriers.updateOne(
    { _id: anId('acc_courier02') },
    { $set: { crateCapacity: 20 } },
  );
  await give('acc_courier02').expect(200);
  await delivery.call('get', `/routes/${routeId}`, courier).expect(404);
  await routeView(delivery, routeId, as('acc_courier02', 'courier'));
});

test('hours with a break and over midnight count in the order of stops and in what people are told', async () => {
  const open = (number: number, ...openingHours: { from: string; to: string }[]) =>
    delivery.collections.pickupPoints.updateOne({ _id: point(number) }, { $set: { openingHours } });
  // Departure is at 08:00: the first has just closed until the evening, the second had been open since yesterday.
  await open(1, { from: '06:00', to: '08:01' }, { from: '17:00', to: '20:00' });
  await open(2, { from: '22:00', to: '08:30' });
  await open(3, { from: '09:30', to: '20:00' });
  const { stops } = await routeView(delivery, await aPlannedRoute(delivery));
  expect(stops.map(({ pickupPoint }) => pickupPoint.pickupPointId)).toEqual([point(2), point(3), point(1)]);
  const shown = stops.map(({ eta }) => eta!.slice(11, 16));
  expect(shown[0]! < '00:30').toBe(true);
  expect(shown.slice(1)).toEqual(['01:30', '09:00']);
});

test('whoever cannot go on with a route strands no goods: another courier ends it', async () => {
  const { routeId } = await aHandedOverStop(delivery);
  await delivery.tell('identity.account_deleted.v1', { accountId: 'acc_courier01' });
  await delivery.collections.couriers.updateOne(
    { _id: anId('acc_courier02') },
    { $set: { crateCapacity: 6 } },
  );
  const give = async () => {
    const { body } = await delivery.call('get', `/routes/${routeId}`, operator);
    return delivery
      .call('put', `/routes/${routeId}/courier`, operator)
      .send({ version: (body as RouteView).route.version, courierAccountId: 'acc_courier02' });
  };
  expect((await give()).status).toBe(200);

  const second = as('acc_courier02', 'courier');
  const [, next, last] = (await routeView(delivery, routeId, second)).stops;
  await delivery.call('post', `/stops/${next!.stopId}/arrive`, courier).send({}).expect(404);
  for (const { stopId, crates } of [next!, last!]) {
    await delivery.call('post', `/stops/${stopId}/arrive`, second).send({}).expect(200);
    const counted = crates.map(({ crateId, units }) => ({ crateId, units, celsius: 4 }));
    await delivery.call('post', `/stops/${stopId}/hand-over`, second).send({ crates: counted }).expect(200);
  }
  await delivery.call('post', `/routes/${routeId}/finish`, second).send({}).expect(200);
  expect((await give()).body.code).toBe('ROUTE_ACTION_NOT_ALLOWED');
});

async function twoRoutes() {
  await frozen(delivery, 'con_1', 1, 6);
  await plan({}).expect(201);
  const routes = await delivery.collections.routes.find().sort({ _id: 1 }).toArray();
  expect(routes).toHaveLength(2);
  return routes.map(({ _id, version, stops }) => ({ routeId: _id, version, stops }));
}

test('a stop moves to another route of the plan, and back when that one was begun meanwhile', async () => {
  const [from, to] = await twoRoutes();
  const [stop] = from!.stops;
  const body = await bodyOf<{ from: RouteView; to: RouteView }>(
    delivery
      .call('post', `/routes/${from!.routeId}/moved-stops`, operator)
      .send({ version: from!.version, stopId: stop!.stopId, toRouteId: to!.routeId })
      .expect(200),
  );
  expect(body.from.stops).toHaveLength(from!.stops.length - 1);
  expect(body.to.stops.map(({ stopId }) => stopId)).toContain(stop!.stopId);

  // A process died between the two writes, and the other route is being loaded by now.
  const left = body.from.stops[0]!;
  const stored = await delivery.collections.routes.findOne({ _id: from!.routeId });
  const leaving = stored!.stops.find(({ stopId }) => stopId === left.stopId)!;
  await delivery.collections.routes.updateOne(
    { _id: from!.routeId },
    {
      $set: { leaving: { stop: leaving, toRouteId: to!.routeId } },
      $pull: { stops: { stopId: left.stopId } },
    },
  );
  await delivery.collections.routes.updateOne(
    { _id: to!.routeId },
    { $set: { status: 'loading' } as object },
  );
  await sweepPlans(delivery.useCases(), delivery.clock.now);
  const after = await delivery.collections.routes.findOne({ _id: from!.routeId });
  expect(after!.leaving).toBeUndefined();
  expect(after!.stops.map(({ stopId }) => stopId)).toContain(left.stopId);
});

test('what cannot be planned is refused and says why', async () => {
  await plan({}).expect(404);
  await frozen(delivery, 'con_1', 1, 6);
  expect((await plan({ facilityId: 'fac_none' })).body.code).toBe('FACILITY_UNKNOWN');
  expect((await plan({ courierAccountIds: ['acc_none'] })).body.code).toBe('COURIER_UNKNOWN');
  await delivery.collections.couriers.updateMany({}, { $set: { crateCapacity: 5 } });
  expect((await plan({})).body).toMatchObject({ code: 'CAPACITY_EXCEEDED', crates: 18, capacity: 10 });
  const { body } = await delivery.call('get', '/route-plans/con_1', operator).expect(200);
  expect(body).toMatchObject({ plan: { status: 'to_plan', crates: { ambient: 12, cold: 6 } }, routes: [] });
  expect(body.left).toHaveLength(6);
});

test('a newer consolidation replaces the plan and is planned the same way; what was begun goes on', async () => {
  const [begun] = await twoRoutes();
  await delivery.collections.routes.updateOne(
    { _id: begun!.routeId },
    { $set: { status: 'loading' } as object },
  );
  await plan({}).expect(409);
  await frozen(delivery, 'con_2', 2, 6);
  expect((await plan({})).body.code).toBe('PLAN_SUPERSEDED');
  const routes = await delivery.collections.routes.find().toArray();
  const visited = routes.flatMap(({ stops }) => stops.map(({ pickupPointId }) => pickupPointId));
  expect([...visited].sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `ppt_00${n}`));
  const body = await bodyOf<RoutePlanView>(delivery.call('get', '/route-plans/con_2', operator).expect(200));
  expect(body.left.map(({ why }) => why)).toEqual(begun!.stops.map(() => 'already_on_its_way'));
  // The older one told late, or again, changes nothing.
  await frozen(delivery, 'con_1', 1, 6);
  expect(await delivery.collections.routes.countDocuments()).toBe(routes.length);
});

test('loads that could not be fetched are fetched later', async () => {
  delivery.others.down = true;
  const told = frozen(delivery, 'con_1', 1, 2);
  await eventually(() => delivery.others.calls.length > 2);
  delivery.others.down = false;
  await told;
  const { body } = await delivery.call('get', `/route-plans?cityId=${hangzhou}`, operator).expect(200);
  expect(body.items).toMatchObject([{ consolidationId: 'con_1', status: 'to_plan', stops: 2 }]);
});

test('routes that were decided and not written are written by the sweeper', async () => {
  await aPlannedRoute(delivery);
  await delivery.collections.routes.deleteMany({});
  await delivery.collections.plans.updateOne(
    { _id: anId('con_1') },
    { $set: { status: 'planning', touchedAt: new Date(0) } },
  );
  await sweepPlans(delivery.useCases(), delivery.clock.now);
  expect(await delivery.collections.routes.countDocuments()).toBe(1);
});

test('what a newer version drops leaves the crates that are being loaded, and what the leader is to count', async () => {
  const routeId = await aPlannedRoute(delivery);
  const { stops } = await routeView(delivery, routeId);
  const [first] = stops;
  const loaded = first!.crates.map(({ crateId }) => crateId);
  await delivery.call('post', `/routes/${routeId}/load`, courier).send({ crateIds: loaded }).expect(200);
  const crates = async () => {
    const now = await routeView(delivery, routeId);
    return now.stops.map((stop) => stop.crates.map(({ label, units }) => `${label}:${units}`).sort());
  };
  expect(await crates()).toEqual(stops.map(() => ['A1:30', 'A2:10', 'C1:5']));
  for (let times = 0; times < 2; times += 1) {
    await superseded(delivery);
    await eventually(async () => (await crates()).every((labels) => labels.join() === 'A1:25'));
  }
  const loads = await delivery.collections.loads.find({ consolidationId: anId('con_1') }).toArray();
  const units = loads.map((load) => load.crates.flatMap(({ items }) => items.map((item) => item.units)));
  expect(units).toEqual(loads.map(() => [25]));
  // Every crate that is left can be loaded, and the courier leaves with it.
  const left = (await routeView(delivery, routeId)).stops.flatMap((stop) => stop.crates);
  const crateIds = left.map(({ crateId }) => crateId);
  await delivery.call('post', `/routes/${routeId}/load`, courier).send({ crateIds }).expect(200);
  await delivery.call('post', `/routes/${routeId}/depart`, courier).send({ missing: [] }).expect(200);
});
