import { Unreachable } from '#shared/kit/client/remoteProblem';
import { anOrderWish, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

let world: OrdersWorld;
const { place } = shopping(() => world);
const orderAt = (pickupPointId: string) => place(anOrderWish({ pickupPointId }));
const deliveryIsAway = () => {
  world.onEffect((name) => {
    if (name.startsWith('delivery.')) throw new Unreachable('delivery', 'gone');
  });
};

beforeAll(async () => {
  world = await ordersWorld();
  await world.app.start();
});
afterAll(() => world.close());

test('a process that starts while delivery is away knows every pickup point as it was last', async () => {
  const known = world.connection.collection('known_points');
  await until(async () => (await known.countDocuments()) === 2);
  world.points.set('ppt_003', { open: true, leader: 'acc_leader003' });
  const event = {
    ...{ id: 'new-point', type: 'delivery.pickup_point_changed.v1', key: 'ppt_003', correlationId: 'c' },
    occurredAt: world.now().toISOString(),
    data: { pickupPointId: 'ppt_003', cityId: 'cit_hangzhou', open: true },
  };
  await world.deps.bus.publish([event]);
  await until(async () => (await known.countDocuments()) === 3);

  deliveryIsAway();
  await world.restart();
  for (const point of ['ppt_001', 'ppt_003']) {
    const body = { cycleId: 'cyc_20260301', pickupPointId: point, lines: anOrderWish().lines };
    expect((await world.send('post', '/quotes', 'acc_mei', { body })).status).toBe(200);
    expect((await orderAt(point)).status).toBe(201);
  }
  expect((await orderAt('ppt_002')).body.code).toBe('PICKUP_POINT_CLOSED');
  expect((await orderAt('ppt_404')).body.code).toBe('SERVICE_UNAVAILABLE');

  // What was heard of a point more than a week ago is not acted upon.
  world.pass(7 * 24 * 60 + 1);
  await world.restart();
  expect((await orderAt('ppt_003')).body.code).toBe('SERVICE_UNAVAILABLE');
});
