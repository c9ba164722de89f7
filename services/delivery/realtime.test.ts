import { type AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { type EventData } from '#shared/contracts/events';
import { type ClientMessages, type ServerMessages } from '#shared/contracts/realtime';
import { anId } from '../../tests/support/anId';
import {
  aCityHarness,
  aHandedOverStop,
  aDepartedEvent,
  anOrder,
  aPaidOrder,
  aReadyOrder,
  aRouteUnderWay,
  aShortStop,
  courier,
  leaderAt,
  leaderOf,
  operator,
  point,
  routeView,
} from '../../tests/support/deliveryBuilders';
import { as, type DeliveryHarness, eventually, hangzhou } from '../../tests/support/deliveryHarness';

type Client = Socket<ServerMessages, ClientMessages>;
let delivery: DeliveryHarness;
const clients: Client[] = [];
beforeEach(async () => {
  delivery = await aCityHarness();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await delivery.close();
});

const shopper = as('acc_shopper1');
const order = { kind: 'order', orderId: 'ord_1' };

function connect(token?: string): Client & { heard: (name: string) => never[] } {
  const { port } = delivery.server.address() as AddressInfo;
  const client: Client = io(`http://127.0.0.1:${port}`, {
    path: '/realtime',
    transports: ['websocket'],
    reconnectionDelay: 10,
    ...(token === undefined ? {} : { auth: { token } }),
  });
  clients.push(client);
  const messages: { name: string; message: never }[] = [];
  (client as unknown as Socket).onAny((name: string, message) =>
    messages.push({ name, message: message as never }),
  );
  return Object.assign(client, {
    heard: (wanted: string) => messages.filter(({ name }) => name === wanted).map(({ message }) => message),
  });
}

const ask = (
  client: Client,
  name: string,
  message: unknown,
): Promise<{ ok: boolean; code?: string; snapshot?: never }> =>
  (client as unknown as Socket).timeout(5_000).emitWithAck(name, message) as never;
const follow = (client: Client, topic: object) => ask(client, 'follow', topic);
const outcome = async (token: string | undefined, topic: object) => {
  const { ok, code } = await follow(connect(token), topic);
  return ok ? 'followed' : code;
};

test('each topic is for those whom it concerns, and answers with a snapshot', async () => {
  const routeId = await aRouteUnderWay(delivery);
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_1'));
  const route = { kind: 'route', routeId };
  const pickupPoint = { kind: 'pickup_point', pickupPointId: point(1) };
  const city = { kind: 'city', cityId: hangzhou };
  const neighbourhood = { kind: 'neighbourhood', pickupPointId: point(1) };
  const followers = {
    nobody: undefined,
    shopper,
    other: as('acc_shopper2'),
    leader: leaderOf(1),
    courier,
    operator,
  };
  const stranger = { leader: leaderOf(2), courier: as('acc_courier02', 'courier') };
  const table = async (topic: object) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(followers).map(async ([who, token]) => [who, await outcome(token, topic)] as const),
      ),
    );
  const all = 'followed';
  const refused = { nobody: 'NOT_SIGNED_IN', other: 'NOT_FOUND' };
  expect(await table(order)).toEqual({
    ...refused,
    shopper: all,
    leader: all,
    courier: 'NOT_FOUND',
    operator: all,
  });
  expect(await table(pickupPoint)).toEqual({
    ...refused,
    ...{ shopper: 'NOT_FOUND', leader: all, courier: 'NOT_FOUND', operator: all },
  });
  expect(await table(route)).toEqual({
    ...refused,
    ...{ shopper: 'NOT_FOUND', leader: 'NOT_FOUND', courier: all, operator: all },
  });
  const no = 'NOT_ALLOWED';
  expect(await table(city)).toEqual({
    ...{ nobody: 'NOT_SIGNED_IN', shopper: no, other: no, leader: no, courier: no },
    operator: all,
  });
  expect(new Set(Object.values(await table(neighbourhood)))).toEqual(new Set([all]));
  expect(await outcome(stranger.leader, pickupPoint)).toBe('NOT_FOUND');
  expect(await outcome(stranger.leader, order)).toBe('NOT_FOUND');
  expect(await outcome(stranger.courier, route)).toBe('NOT_FOUND');
  expect(await outcome(operator, { ...route, $where: '1' })).toBe('MALFORMED_REQUEST');
  expect(await outcome(operator, { kind: 'route', routeId: { $gt: '' } })).toBe('MALFORMED_REQUEST');
});

test('a shopper follows an order to its end, and a neighbourhood hears what is bought, without names', async () => {
  delivery.others.standings.set('ord_1', { ...anOrder('ord_1', 1), status: 'awaiting_payment' });
  const [mine, neighbour] = [connect(shopper), connect()];
  expect(await follow(mine, order)).toMatchObject({
    ok: true,
    snapshot: { order: { status: 'awaiting_payment', version: 1 } },
  });
  const tracked = () => delivery.call('get', '/tracking/orders/ord_1', shopper);
  expect((await tracked()).body).toMatchObject({ timeline: [{ status: 'awaiting_payment' }] });
  await follow(neighbour, { kind: 'neighbourhood', pickupPointId: point(1) });
  const paid = aPaidOrder('ord_1');
  await delivery.tell('orders.paid.v1', paid, 'evt-paid');
  await delivery.tell('orders.paid.v1', paid, 'evt-paid');
  await eventually(() => mine.heard('order_changed').length === 2);
  expect((await tracked()).body).toMatchObject({
    timeline: [{ status: 'awaiting_payment', at: '2026-03-01T10:00:00.000Z' }, { status: 'paid' }],
  });
  const [line, ...more] = await eventually(() => {
    const lines = neighbour.heard('neighbour_ordered');
    return lines.length > 0 && lines;
  });
  expect(line).toMatchObject({ initial: '张', quantity: 2 });
  expect(more).toEqual([]);
  expect(JSON.stringify(line)).not.toMatch(/acc_|ord_/);

  await ask(mine, 'unfollow', order);
  await aReadyOrder(delivery, 'ord_1');
  const leader = connect(leaderOf(1));
  const { snapshot } = await follow(leader, { kind: 'pickup_point', pickupPointId: point(1) });
  expect(snapshot).toMatchObject({ pickup: { ready: 1, collected: 0 } });
  expect(mine.heard('order_changed')).toHaveLength(2);
});

test('older news than what is known changes nothing', async () => {
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_1', 5));
  await delivery.tell('orders.in_transit.v1', aDepartedEvent('ord_1', 3));
  const { snapshot } = await follow(connect(shopper), order);
  expect(snapshot).toMatchObject({ order: { status: 'paid', version: 5 } });
});

test('a courier’s position goes to the route, the city and the next stop only, at most once a second, the latest', async () => {
  const routeId = await aRouteUnderWay(delivery);
  const { stops } = await routeView(delivery, routeId);
  const [next, later] = stops.map(
    (stop: { pickupPoint: { pickupPointId: string } }) => stop.pickupPoint.pickupPointId,
  );
  const [driving, watching, near, far] = [
    connect(courier),
    connect(operator),
    connect(leaderOf(Number(next!.slice(-1)))),
    connect(leaderOf(Number(later!.slice(-1)))),
  ];
  await follow(watching, { kind: 'city', cityId: hangzhou });
  await follow(near, { kind: 'pickup_point', pickupPointId: next });
  await follow(far, { kind: 'pickup_point', pickupPointId: later });

  const start = delivery.clock.now.getTime();
  const report = (seconds: number, lng: number, routeOf = routeId) =>
    ask(driving, 'report_position', {
      routeId: routeOf,
      position: { lng, lat: 30.3 },
      at: new Date(start + seconds * 1000).toISOString(),
    });
  delivery.clock.now = new Date(start + 60_000);
  for (const seconds of [10, 20, 30])
    expect(await report(seconds, 120.1 + seconds / 10_000)).toEqual({ ok: true });
  expect(await report(31, 121.9)).toMatchObject({ code: 'POSITION_IMPLAUSIBLE' });
  expect(await report(600, 120.1)).toMatchObject({ code: 'TIME_IMPLAUSIBLE' });
  expect(await report(40, 120.1, anId('rou_other'))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await ask(watching, 'report_position', {})).toMatchObject({ code: 'MALFORMED_REQUEST' });

  await eventually(() => watching.heard('courier_moved').length === 2);
  const moved = watching.heard('courier_moved') as { at: string; position: { lng: number } }[];
  expect(moved.map(({ position }) => position.lng)).toEqual([120.101, 120.103]);
  expect(near.heard('courier_moved')).toHaveLength(2);
  expect(far.heard('courier_moved')).toHaveLength(0);
  // The others see their ETA move and not where the courier is.
  const [state] = await eventually(() => {
    const moves = far.heard('etas_moved');
    return moves.length > 0 && moves;
  });
  expect(state).toEqual({
    routeId,
    etas: [{ stopId: stops[1]!.stopId, pickupPointId: later, eta: expect.any(String) }],
  });
  expect(watching.heard('etas_moved')[0]).toMatchObject({ routeId, etas: [{}, {}, {}] });
});

test('what a leader counted reaches the courier and the city as a new version of the route, told once', async () => {
  const stop = await aHandedOverStop(delivery);
  const { stopId, routeId } = stop;
  const [driving, watching] = [connect(courier), connect(operator)];
  const { snapshot } = await follow(driving, { kind: 'route', routeId });
  const { version } = (snapshot as unknown as { route: { version: number } }).route;
  await follow(watching, { kind: 'city', cityId: hangzhou });
  delivery.clock.now = new Date('2026-03-02T00:10:00.000Z');
  for (let times = 0; times < 2; times += 1)
    await delivery
      .call('post', `/stops/${stopId}/receipt`, leaderAt(stop))
      .send({ differences: [] })
      .expect(200);
  const received = { stopId, status: 'handed_over', receivedAt: '2026-03-02T00:10:00.000Z' };
  const news = { version: version + 1, stops: expect.arrayContaining([expect.objectContaining(received)]) };
  for (const client of [driving, watching]) {
    const told = () =>
      (client.heard('route_changed') as { version: number }[]).filter((one) => one.version > version);
    await eventually(() => told().length > 0);
    expect(told()).toMatchObject([news]);
  }
  expect((await follow(driving, { kind: 'route', routeId })).snapshot).toMatchObject({ route: news });
});

test('a courier’s answer to a discrepancy reaches the leader, the city and the route as one new version', async () => {
  const stop = await aShortStop(delivery);
  const { stopId, routeId } = stop;
  const [one] = stop.receipt!.discrepancies;
  const [leading, watching, driving] = [connect(leaderAt(stop)), connect(operator), connect(courier)];
  await eventually(
    async () =>
      (await delivery.collections.routes.findOne({ 'stops.receivedAt': { $exists: true } })) !== null,
  );
  const { pickupPointId } = stop.pickupPoint;
  await follow(leading, { kind: 'pickup_point', pickupPointId });
  await follow(watching, { kind: 'city', cityId: hangzhou });
  const { snapshot } = await follow(driving, { kind: 'route', routeId });
  const { version } = (snapshot as unknown as { route: { version: number } }).route;
  const answer = (agreed: boolean) =>
    delivery.call('post', `/discrepancies/${one!.discrepancyId}/answer`, courier).send({ agreed });
  await answer(false).expect(200);
  await answer(false).expect(200);
  await answer(true).expect(409);

  for (const client of [leading, watching, driving]) {
    const told = () =>
      (client.heard('route_changed') as { version: number }[]).filter((news) => news.version > version);
    await eventually(() => told().length > 0);
    expect(told()).toMatchObject([{ routeId, version: version + 1 }]);
  }
  const [answered, ...more] = await eventually(() => {
    const heard = delivery.heardOf('delivery.discrepancy_answered.v1');
    return heard.length > 0 && heard;
  });
  const data = answered!.data as EventData<'delivery.discrepancy_answered.v1'>;
  expect(data).toMatchObject({ stopId, discrepancyId: one!.discrepancyId, agreed: false });
  expect(more).toEqual([]);
  const seen = await delivery.call('get', `/stops/${stopId}`, leaderAt(stop)).expect(200);
  expect(seen.body).toMatchObject({ receipt: { discrepancies: [{ answer: { agreed: false } }] } });
  // Told again by the bus, it is no news.
  await delivery.tell('delivery.discrepancy_answered.v1', data, 'evt-again');
  expect((await follow(driving, { kind: 'route', routeId })).snapshot).toMatchObject({
    route: { version: version + 1 },
  });
});

test('operators see at once how many group buys of the city have formed, a leader the own ones', async () => {
  const groupBuy = (n: number, version: number, status: 'open' | 'formed') => ({
    ...{ offerId: anId<'off'>('off_1'), pickupPointId: point(n), cityId: hangzhou },
    ...{ cycleId: anId<'cyc'>('cyc_1'), version, status, shoppers: version, units: version, initials: [] },
  });
  const [watching, leading] = [connect(operator), connect(leaderOf(2))];
  await follow(watching, { kind: 'city', cityId: hangzhou });
  await follow(leading, { kind: 'pickup_point', pickupPointId: point(2) });
  await delivery.tell('orders.group_buy_progressed.v1', groupBuy(1, 1, 'open'));
  await delivery.tell('orders.group_buy_progressed.v1', groupBuy(2, 2, 'formed'));
  await delivery.tell('orders.group_buy_progressed.v1', groupBuy(2, 2, 'formed'));
  await delivery.tell('orders.group_buy_progressed.v1', groupBuy(1, 2, 'open'));
  const heard = await eventually(() => {
    const changes = watching.heard('city_groups_changed');
    return changes.length > 1 && changes;
  });
  expect(heard).toEqual([
    { cycleId: 'cyc_1', version: 1, begun: 1, formed: 0 },
    { cycleId: 'cyc_1', version: 2, begun: 2, formed: 1 },
  ]);
  const { body } = await delivery.call('get', `/live/cities/${hangzhou}`, operator).expect(200);
  expect(body).toMatchObject({ groups: [heard[1]] });
  expect(leading.heard('group_buy_progressed')).toMatchObject([
    { pickupPointId: point(2), status: 'formed' },
  ]);
});

test('tracking shows the way of an order and the courier only when they come', async () => {
  await aRouteUnderWay(delivery);
  const stops = (await delivery.collections.routes.findOne())!.stops;
  const last = stops.at(-1)!.pickupPointId;
  await delivery.tell('orders.consolidated.v1', {
    ...anOrder('ord_1', 3, { pickupPointId: last }),
    consolidationId: 'con_1',
    lines: [],
  });
  const { body } = await delivery.call('get', '/tracking/orders/ord_1', shopper).expect(200);
  expect(body).toMatchObject({ status: 'consolidated', delivery: { status: 'pending', stopsBefore: 2 } });
  expect(body.delivery.courier).toBeUndefined();
  await delivery.call('get', '/tracking/orders/ord_1', as('acc_shopper2')).expect(404);
  const { body: live } = await delivery.call('get', `/live/cities/${hangzhou}`, operator).expect(200);
  expect(live).toMatchObject({ kind: 'city', routes: [{ status: 'under_way' }] });
});

test('a wrong or expired token gets no connection; one that runs out ends it', async () => {
  const refusedWith = async (token: string) => {
    const client = connect(token);
    return new Promise((resolve) =>
      client.once('connect_error', (error) => {
        resolve((error as { data?: unknown }).data);
      }),
    );
  };
  delivery.expired.add('shopper:acc_9');
  expect(await refusedWith('shopper:acc_9')).toMatchObject({ code: 'TOKEN_EXPIRED' });
  expect(await refusedWith('nonsense')).toMatchObject({ code: 'NOT_SIGNED_IN' });

  const client = connect(shopper);
  await eventually(() => client.connected);
  delivery.expired.add(shopper);
  expect(await follow(client, order)).toMatchObject({ code: 'TOKEN_EXPIRED' });
  await eventually(() => client.heard('signed_out').length === 1 && client.disconnected);
});

test('whoever asks too much is held back, then cut off', async () => {
  const client = connect(operator);
  await eventually(() => client.connected);
  const topic = { kind: 'city', cityId: hangzhou };
  expect((await follow(client, topic)).ok).toBe(true);
  const codes = new Set<string | undefined>();
  for (let times = 0; times < 1_000; times += 1)
    follow(client, topic).then(
      ({ code }) => codes.add(code),
      () => undefined,
    );
  await eventually(() => client.disconnected);
  expect(codes).toContain('TOO_MANY_REQUESTS');
});

test('a leader who was replaced hears nothing more of the point', async () => {
  const old = connect(leaderOf(1));
  await follow(old, { kind: 'pickup_point', pickupPointId: point(1) });
  await delivery
    .call('put', `/pickup-points/${point(1)}/leader`, operator)
    .send({ accountId: null, version: 1 })
    .expect(200);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_1'));
  expect(old.heard('order_changed')).toEqual([]);
});

test('when the server stops, clients try to come back', async () => {
  const client = connect(operator);
  await eventually(() => client.connected);
  const reason = new Promise((resolve) => client.once('disconnect', resolve));
  delivery.server.close();
  expect(['transport close', 'transport error']).toContain(await reason);
  expect(client.active).toBe(true);
});
