import {
  aCityHarness,
  aFailedStop,
  aDepartedEvent,
  aPaidOrder,
  courier,
  frozen,
  leaderOf,
  operator,
  routeView,
} from '../../tests/support/deliveryBuilders';
import { as, bodyOf, type DeliveryHarness, eventually } from '../../tests/support/deliveryHarness';
import { type OrderTracking } from '#shared/contracts/delivery/tracking';
import { type Page } from '#shared/contracts/common';
import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { sweepPlans } from './usecases/planning/sweepPlans';

let delivery: DeliveryHarness;
beforeEach(async () => {
  delivery = await aCityHarness();
});
afterEach(() => delivery.close());

const decide = (stopId: string, how: string, body: object, token = operator) =>
  delivery.call('post', `/stops/${stopId}/${how}`, token).send(body);
const tryAgain = (stopId: string, courierAccountId = 'acc_courier02') =>
  decide(stopId, 'second-try', { courierAccountId });
const stopOf = async (stopId: string) =>
  bodyOf<StopView>(delivery.call('get', `/stops/${stopId}`, operator).expect(200));
const second = as('acc_courier02', 'courier');
const undecidedIn = async (cityId: string) => {
  const { items } = await bodyOf<Page<RouteCard>>(
    delivery.call('get', `/routes?cityId=${cityId}`, operator).expect(200),
  );
  return items.reduce((sum, route) => sum + route.undecided, 0);
};

test('a failed delivery is tried again by another courier, who brings the same crates to the leader', async () => {
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_1'));
  await delivery.tell('orders.in_transit.v1', aDepartedEvent('ord_1', 4));
  const failed = await aFailedStop(delivery, 1);
  const again = await bodyOf<StopView>(tryAgain(failed.stopId).expect(201));
  expect(again).toMatchObject({
    status: 'pending',
    sequence: 1,
    courierAccountId: 'acc_courier02',
    orders: 2,
  });
  expect(again.crates.map(({ crateId, items }) => ({ crateId, items }))).toEqual(
    failed.crates.map(({ crateId, items }) => ({ crateId, items })),
  );
  expect(await stopOf(failed.stopId)).toMatchObject({
    status: 'failed',
    resolution: { kind: 'second_try', stopId: again.stopId, routeId: again.routeId },
  });
  const tracked = delivery.call('get', '/tracking/orders/ord_1', as('acc_shopper1'));
  expect((await bodyOf<OrderTracking>(tracked.expect(200))).delivery?.status).toBe('pending');

  const crateIds = again.crates.map(({ crateId }) => crateId);
  await delivery.call('post', `/routes/${again.routeId}/load`, second).send({ crateIds }).expect(200);
  await delivery.call('post', `/routes/${again.routeId}/depart`, second).send({ missing: [] }).expect(200);
  await delivery.call('post', `/stops/${again.stopId}/arrive`, second).send({}).expect(200);
  const crates = again.crates.map(({ crateId, units }) => ({ crateId, units, celsius: 4 }));
  await delivery.call('post', `/stops/${again.stopId}/hand-over`, second).send({ crates }).expect(200);
  const receipt = delivery
    .call('post', `/stops/${again.stopId}/receipt`, leaderOf(1))
    .send({ differences: [] });
  expect((await receipt.expect(200)).body.receipt.discrepancies).toEqual([]);
  const [received] = await eventually(() => {
    const heard = delivery.heardOf('delivery.stop_received.v1');
    return heard.length > 0 && heard;
  });
  expect(received?.data).toMatchObject({
    stopId: again.stopId,
    consolidationId: 'con_1',
    pickupPointId: 'ppt_001',
  });
});

test('what was decided about a failed stop stands: repeated it changes nothing, otherwise it is refused', async () => {
  const { stopId } = await aFailedStop(delivery, 1);
  await decide(stopId, 'send-back', {}, courier).expect(403);
  expect((await tryAgain(stopId, 'acc_nobody')).body.code).toBe('COURIER_UNKNOWN');
  const [first, repeated] = [await tryAgain(stopId).expect(201), await tryAgain(stopId).expect(201)];
  expect(repeated.body.stopId).toBe(first.body.stopId);
  await tryAgain(stopId, 'acc_courier01').expect(409);
  await decide(stopId, 'send-back', {}).expect(409);
  expect((await tryAgain(first.body.stopId as string)).body.code).toBe('STOP_ACTION_NOT_ALLOWED');
  expect(await delivery.collections.routes.countDocuments()).toBe(2);
});

test('what is sent back is told once, and nothing comes of it any more', async () => {
  const { stopId, cityId } = await aFailedStop(delivery, 1);
  expect(await undecidedIn(cityId)).toBe(1);
  for (let times = 0; times < 2; times += 1)
    expect((await decide(stopId, 'send-back', { note: '已退仓' }).expect(200)).body).toMatchObject({
      status: 'failed',
      resolution: { kind: 'sent_back', note: '已退仓' },
    });
  expect(await undecidedIn(cityId)).toBe(0);
  await tryAgain(stopId).expect(409);
  await delivery.flush();
  expect(delivery.heardOf('delivery.stop_sent_back.v1').map(({ data }) => data)).toMatchObject([
    { stopId, pickupPointId: 'ppt_001', consolidationId: 'con_1' },
  ]);
});

test('a second try that a crash left half done is written by the sweeper; a newer plan leaves it alone', async () => {
  const { stopId, routeId } = await aFailedStop(delivery, 1);
  const again = await bodyOf<StopView>(tryAgain(stopId).expect(201));
  await delivery.collections.routes.deleteOne({ _id: again.routeId });
  await delivery.collections.routes.updateOne(
    { _id: routeId },
    { $set: { 'stops.$[one].resolution.unwritten': true } as object },
    { arrayFilters: [{ 'one.stopId': stopId }] },
  );
  await sweepPlans(delivery.useCases(), delivery.clock.now);
  await frozen(delivery, 'con_2', 2);
  expect((await routeView(delivery, again.routeId, second)).stops).toMatchObject([
    { stopId: again.stopId, status: 'pending' },
  ]);
  const { body: plan } = await delivery.call('get', '/route-plans/con_1', operator).expect(200);
  expect(plan.left).toEqual([]);
});
