import { io } from 'socket.io-client';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { portOf } from '#shared/kit/process/listen';
import {
  aCityHarness,
  aRouteUnderWay,
  countsOf,
  courier,
  leaderAt,
  routeView,
  superseded,
} from '../../tests/support/deliveryBuilders';
import { bodyOf, type DeliveryHarness, eventually } from '../../tests/support/deliveryHarness';

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
