import { io } from 'socket.io-client';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { portOf } from '#shared/kit/process/listen';
import {
  aCityHarness,
  aFailedStop,
  aRouteUnderWay,
  countsOf,
  courier,
  leaderAt,
  operator,
  routeView,
  superseded,
} from '../../tests/support/deliveryBuilders';
import { as, bodyOf, type DeliveryHarness, eventually } from '../../tests/support/deliveryHarness';
import { sweepPlans } from './usecases/planning/sweepPlans';

let delivery: DeliveryHarness;
beforeEach(async () => {
  delivery = await aCityHarness();
});
afterEach(() => delivery.close());

const labels = ({ crates }: StopView) => crates.map(({ label, units }) => `${label}:${units}`).sort();
const act = (stop: StopView, action: string, body: object) =>
  bodyOf<StopView>(delivery.call('post', `/stops/${stop.stopId}/${action}`, courier).send(body).expect(200));
const received = async (stop: StopView) =>
  (
    await bodyOf<StopView>(
      delivery.call('post', `/stops/${stop.stopId}/receipt`, leaderAt(stop)).send({ differences: [] }),
    )
  ).receipt?.received;

test('under way, what is dropped leaves the crates of stops that lie ahead; courier and leader hear of it', async () => {
  const routeId = await aRouteUnderWay(delivery);
  const [reached, ahead, last] = (await routeView(delivery, routeId)).stops as [StopView, StopView, StopView];
  await act(reached, 'arrive', {});
  const before = (await routeView(delivery, routeId)).route.version;
  const heard: { version: number }[] = [];
  const leader = io(`http://127.0.0.1:${portOf(delivery.server)}`, {
    ...{ path: '/realtime', transports: ['websocket'] },
    auth: { token: leaderAt(ahead) },
  });
  leader.on('route_changed', (message: { version: number }) => heard.push(message));
  const { pickupPointId } = ahead.pickupPoint;
  await leader.timeout(5_000).emitWithAck('follow', { kind: 'pickup_point', pickupPointId });

  for (let times = 0; times < 2; times += 1) await superseded(delivery);
  const after = await routeView(delivery, routeId);
  expect(after.stops.map(labels)).toEqual([['A1:30', 'A2:10', 'C1:5'], ['A1:25'], ['A1:25']]);
  expect(
    after.stops.map(({ crates }) => crates.flatMap(({ items }) => items.map((item) => item.units))),
  ).toEqual([expect.arrayContaining([30, 10, 5]), [25], [25]]);
  expect(after.route.version).toBe(before + 1);
  await eventually(() => heard.some(({ version }) => version === before + 1));
  leader.disconnect();

  // What was reached is put down and counted as it was; what lay ahead as it comes now.
  await act(reached, 'hand-over', { crates: countsOf(after.stops[0]!) });
  await act(ahead, 'arrive', {});
  await act(ahead, 'hand-over', { crates: countsOf(after.stops[1]!) });
  const inBoth = (units: object[]) => expect.arrayContaining(units) as never;
  expect(await received(reached)).toEqual(
    inBoth([
      { skuId: 'sku_greens', expected: 40, units: 40 },
      { skuId: 'sku_milk', expected: 5, units: 5 },
    ]),
  );
  expect(await received(ahead)).toEqual([{ skuId: 'sku_greens', expected: 25, units: 25 }]);
  expect(
    labels((await routeView(delivery, routeId)).stops.find(({ stopId }) => stopId === last.stopId)!),
  ).toEqual(['A1:25']);
});

describe('what failed and is to be tried again', () => {
  const second = as('acc_courier02', 'courier');
  const tryAgain = async ({ stopId }: StopView) =>
    bodyOf<StopView>(
      delivery
        .call('post', `/stops/${stopId}/second-try`, operator)
        .send({ courierAccountId: 'acc_courier02' })
        .expect(201),
    );
  const stopOf = (stopId: string) =>
    bodyOf<StopView>(delivery.call('get', `/stops/${stopId}`, operator).expect(200));

  test.each(['under_way', 'finished'])(
    'a failed stop of a route that is %s loses what is dropped, and so its second try',
    async (status) => {
      const failed = await aFailedStop(delivery, 1);
      if (status === 'finished') await finishWithout(failed);
      expect(labels(failed)).toEqual(['A1:30', 'A2:10', 'C1:5']);
      await superseded(delivery);
      expect(labels(await stopOf(failed.stopId))).toEqual(['A1:25']);
      const again = await tryAgain(failed);
      expect(again.crates).toMatchObject([{ units: 25, items: [{ skuId: 'sku_greens', units: 25 }] }]);
    },
  );

  test('a second try that is loaded loses what is dropped, and the leader counts what comes', async () => {
    const again = await tryAgain(await aFailedStop(delivery, 1));
    const on = (what: string) => `/routes/${again.routeId}/${what}`;
    const crateIds = again.crates.map(({ crateId }) => crateId);
    await delivery.call('post', on('load'), second).send({ crateIds }).expect(200);
    await superseded(delivery);
    const now = await stopOf(again.stopId);
    expect(labels(now)).toEqual(['A1:25']);
    await delivery.call('post', on('depart'), second).send({ missing: [] }).expect(200);
    await delivery.call('post', `/stops/${again.stopId}/arrive`, second).send({}).expect(200);
    const crates = countsOf(now);
    await delivery.call('post', `/stops/${again.stopId}/hand-over`, second).send({ crates }).expect(200);
    expect(await received(again)).toEqual([{ skuId: 'sku_greens', expected: 25, units: 25 }]);
  });

  test('what was sent back stays as it was', async () => {
    const { stopId } = await aFailedStop(delivery, 1);
    await delivery.call('post', `/stops/${stopId}/send-back`, operator).send({}).expect(200);
    await superseded(delivery);
    expect(labels(await stopOf(stopId))).toEqual(['A1:30', 'A2:10', 'C1:5']);
  });

  test('a second try that is written while the newer version comes in loses what is dropped, too', async () => {
    const failed = await aFailedStop(delivery, 1);
    const again = await tryAgain(failed);
    const { plans, routes, loads } = delivery.collections;
    const [load] = await loads.find({ _id: again.stopId }).toArray();
    const [route] = await routes.find({ _id: again.routeId }).toArray();
    await superseded(delivery);
    // As another process writes it that had read the crates before, and died before it said that it is done.
    await loads.replaceOne({ _id: again.stopId }, load!);
    await routes.replaceOne({ _id: again.routeId }, route!);
    await routes.updateOne(
      { _id: failed.routeId },
      { $set: { 'stops.$[one].resolution.unwritten': true } as object },
      { arrayFilters: [{ 'one.stopId': failed.stopId }] },
    );
    expect(await plans.countDocuments({ consolidationVersion: 2 })).toBe(1);
    await sweepPlans(delivery.useCases(), delivery.clock.now);
    expect(labels(await stopOf(again.stopId))).toEqual(['A1:25']);
  });

  /** The courier brings everything else, and is done. */
  async function finishWithout({ routeId, stopId }: StopView): Promise<void> {
    for (const stop of (await routeView(delivery, routeId)).stops) {
      if (stop.stopId === stopId) continue;
      await act(stop, 'arrive', {});
      await act(stop, 'hand-over', { crates: countsOf(stop) });
    }
    await delivery.call('post', `/routes/${routeId}/finish`, courier).send({}).expect(200);
  }
});
