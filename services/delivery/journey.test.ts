import { type StopView } from '#shared/contracts/delivery/stopViews';
import {
  aCityHarness,
  aHandedOverStop,
  aPicture,
  aPlannedRoute,
  aRouteUnderWay,
  aShortStop,
  countsOf,
  courier,
  frozen,
  leaderAt,
  operator,
  routeView,
} from '../../tests/support/deliveryBuilders';
import { as, type DeliveryHarness, eventually } from '../../tests/support/deliveryHarness';

let delivery: DeliveryHarness;
beforeEach(async () => {
  delivery = await aCityHarness();
});
afterEach(() => delivery.close());

test('a frozen consolidation becomes crates, and routes that an operator plans', async () => {
  const routeId = await aPlannedRoute(delivery);
  const { route, stops } = await routeView(delivery, routeId);
  expect(route).toMatchObject({ status: 'planned', stops: 3, crates: { total: 9, loaded: 0 } });
  expect(stops[0]).toMatchObject({ sequence: 1, status: 'pending', orders: 2 });
  expect(stops[0]!.crates.map((crate) => [crate.label, crate.units])).toEqual([
    ['C1', 5],
    ['A1', 30],
    ['A2', 10],
  ]);
  const [first, second] = stops.map(({ eta }) => eta);
  expect(first! < second!).toBe(true);
  await eventually(() => delivery.heardOf('delivery.routes_planned.v1').length === 1);

  // Told twice, and planned anew: the same crates, other routes.
  await frozen(delivery);
  await delivery
    .call('post', '/route-plans', operator)
    .send({ consolidationId: 'con_1', facilityId: 'fac_central' })
    .expect(201);
  expect(await delivery.collections.routes.countDocuments()).toBe(1);
  await delivery.call('get', `/routes/${routeId}`, courier).expect(404);
});

test('loading, driving, handing over and finishing; repeated actions change nothing, wrong ones are refused', async () => {
  const routeId = await aPlannedRoute(delivery);
  const { stops } = await routeView(delivery, routeId);
  const crates = stops.flatMap((stop) => stop.crates);
  const depart = (missing: object[]) =>
    delivery.call('post', `/routes/${routeId}/depart`, courier).send({ missing });
  const crateIds = crates.slice(1).map((crate) => crate.crateId);

  await delivery
    .call('post', `/routes/${routeId}/load`, as('acc_courier02', 'courier'))
    .send({ crateIds })
    .expect(404);
  await depart([]).expect(409);
  await delivery.call('post', `/routes/${routeId}/load`, courier).send({ crateIds }).expect(200);
  const { body: refusal } = await depart([]).expect(409);
  expect(refusal).toMatchObject({ code: 'CRATES_NOT_LOADED', crateIds: [crates[0]!.crateId] });
  for (let times = 0; times < 2; times += 1)
    await depart([{ crateId: crates[0]!.crateId, reason: '缺货' }]).expect(200);
  await eventually(() => delivery.heardOf('delivery.route_departed.v1').length === 1);

  const stop = stops[0]!;
  const act = (action: string, body: object) =>
    delivery.call('post', `/stops/${stop.stopId}/${action}`, courier).send(body);
  await act('hand-over', { crates: [] }).expect(409);
  const { body: arrived } = await act('arrive', {}).expect(200);
  expect(arrived).toMatchObject({ status: 'arrived' });
  await act('arrive', {}).expect(200);
  await act('hand-over', { crates: [{ crateId: crates[1]!.crateId, units: 999 }] }).expect(422);
  const handed = {
    crates: stop.crates.slice(1).map((c) => ({ crateId: c.crateId, units: c.units })),
  };
  await act('hand-over', handed).expect(200);
  await act('hand-over', handed).expect(200);
  await act('hand-over', { crates: [] }).expect(409);
  await delivery.call('post', `/routes/${routeId}/finish`, courier).send({}).expect(409);
  expect(delivery.heardOf('delivery.stop_handed_over.v1')).toHaveLength(1);
});

test('who says to be there from far away says why; the stop keeps it to the end', async () => {
  const routeId = await aRouteUnderWay(delivery);
  const [stop, other, third] = (await routeView(delivery, routeId)).stops;
  const away = { lng: 120.15, lat: 30.35 };
  const arrive = (one: StopView, body: object) =>
    delivery.call('post', `/stops/${one.stopId}/arrive`, courier).send(body);

  const { body: refusal } = await arrive(stop!, { position: away }).expect(422);
  expect(refusal).toMatchObject({ code: 'ARRIVAL_FAR', allowedMetres: stop!.arrivalMetres });
  expect(refusal.metres).toBeGreaterThan(7_000);
  const wordless = { position: away, confirmedFar: { reason: 'other' } };
  expect((await arrive(stop!, wordless)).body.code).toBe('MALFORMED_REQUEST');
  expect((await routeView(delivery, routeId)).stops[0]).toMatchObject({ status: 'pending' });
  expect(delivery.heardOf('delivery.stop_arrived.v1')).toEqual([]);

  const doubt = { kind: 'far', metres: refusal.metres, reason: 'met_elsewhere', note: '南门' };
  const confirmedFar = { reason: 'met_elsewhere', note: '南门' };
  const { body: arrived } = await arrive(stop!, { position: away, confirmedFar }).expect(200);
  expect(arrived).toMatchObject({ status: 'arrived', arrivalDoubt: doubt });
  // Sent again as it was first: it has happened.
  await arrive(stop!, { position: away }).expect(200);
  const crates = stop!.crates.map(({ crateId, units }) => ({ crateId, units, celsius: 4 }));
  await delivery.call('post', `/stops/${stop!.stopId}/hand-over`, courier).send({ crates }).expect(200);
  const { body: seen } = await delivery.call('get', `/stops/${stop!.stopId}`, leaderAt(stop!)).expect(200);
  expect(seen).toMatchObject({ status: 'handed_over', arrivalDoubt: doubt });

  expect((await arrive(other!, {}).expect(200)).body.arrivalDoubt).toEqual({ kind: 'unplaced' });
  // The point was elsewhere all the time, and somebody has mended that.
  await delivery.collections.pickupPoints.updateOne(
    { _id: third!.pickupPoint.pickupPointId },
    { $set: { location: { type: 'Point', coordinates: [away.lng, away.lat] } } },
  );
  expect((await arrive(third!, { position: away }).expect(200)).body).not.toHaveProperty('arrivalDoubt');
});

test('a cold crate needs its temperature', async () => {
  const routeId = await aRouteUnderWay(delivery);
  const stop = (await routeView(delivery, routeId)).stops[0]!;
  await delivery.call('post', `/stops/${stop.stopId}/arrive`, courier).send({}).expect(200);
  const { body } = await delivery
    .call('post', `/stops/${stop.stopId}/hand-over`, courier)
    .send({ crates: [{ crateId: stop.crates[0]!.crateId, units: 5 }] })
    .expect(422);
  expect(body.code).toBe('TEMPERATURE_REQUIRED');
});

test('a crate that is too warm stays with the courier until an operator has decided', async () => {
  const routeId = await aRouteUnderWay(delivery);
  const stop = (await routeView(delivery, routeId)).stops[0]!;
  const cold = stop.crates[0]!;
  expect(cold).toMatchObject({ zone: 'cold', maxCelsius: 8 });
  await delivery.call('post', `/stops/${stop.stopId}/arrive`, courier).send({}).expect(200);
  const handOver = (celsius: number) => {
    const crates = countsOf(stop).map((one) => (one.crateId === cold.crateId ? { ...one, celsius } : one));
    return delivery.call('post', `/stops/${stop.stopId}/hand-over`, courier).send({ crates });
  };
  const decide = (body: object, crateId = cold.crateId) =>
    delivery.call('post', `/stops/${stop.stopId}/crates/${crateId}/warm-decision`, operator).send(body);
  const accept = { kind: 'accept', reason: '还很凉' };

  expect((await decide(accept)).body.code).toBe('CRATE_NOT_WARM');
  for (let times = 0; times < 2; times += 1) {
    const { body } = await handOver(11).expect(409);
    expect(body).toMatchObject({
      code: 'CRATE_TOO_WARM',
      crates: [{ crateId: cold.crateId, celsius: 11, maxCelsius: 8 }],
    });
  }
  const waiting = await routeView(delivery, routeId, operator);
  expect(waiting.route.warm).toBe(1);
  expect(waiting.stops[0]).toMatchObject({ status: 'arrived', crates: [{ warm: { celsius: 11 } }, {}, {}] });
  expect(delivery.heardOf('delivery.crate_too_warm.v1')).toHaveLength(1);

  expect((await decide({ kind: 'accept' })).status).toBe(400);
  await delivery
    .call('post', `/stops/${stop.stopId}/crates/${cold.crateId}/warm-decision`, courier)
    .send(accept)
    .expect(403);
  await decide(accept).expect(200);
  await decide(accept).expect(200);
  // Accepted as it was: warmer since, it is asked about again.
  await handOver(12).expect(409);
  await decide(accept).expect(200);
  const { body: handed } = await handOver(12).expect(200);
  await handOver(12).expect(200);
  expect(handed.crates[0]).toMatchObject({
    warm: { celsius: 12, decision: { kind: 'accept', reason: '还很凉' } },
    handedOver: { celsius: 12 },
  });
  expect((await decide({ kind: 'send_back', reason: '晚了' })).body.code).toBe('CRATE_NOT_WARM');
  await eventually(() => delivery.heardOf('delivery.warm_crate_decided.v1').length === 2);
});

test('a warm crate that is sent back is missing for the leader, without their photo', async () => {
  const routeId = await aRouteUnderWay(delivery);
  const stop = (await routeView(delivery, routeId)).stops[0]!;
  const act = (action: string, body: object, token = courier) =>
    delivery.call('post', `/stops/${stop.stopId}/${action}`, token).send(body);
  await act('arrive', {}).expect(200);
  const crates = countsOf(stop).map((one) => ('celsius' in one ? { ...one, celsius: 15 } : one));
  await act('hand-over', { crates }).expect(409);
  const decision = { kind: 'send_back', reason: '牛奶太热' };
  await act(`crates/${stop.crates[0]!.crateId}/warm-decision`, decision, operator).expect(200);
  const { body: handed } = await act('hand-over', { crates: crates.slice(1) }).expect(200);
  expect(handed.crates[0]).toMatchObject({ missing: '牛奶太热', warm: { decision } });
  const { body } = await act('receipt', { differences: [] }, leaderAt(stop)).expect(200);
  expect(body.receipt.discrepancies).toMatchObject([{ skuId: 'sku_milk', expected: 5, received: 0 }]);
});

test('the clock of a phone may lag by hours, not run ahead', async () => {
  const routeId = await aRouteUnderWay(delivery);
  delivery.clock.now = new Date('2026-03-02T06:00:00.000Z');
  const stop = (await routeView(delivery, routeId)).stops[0]!;
  const arrive = (at: string) => delivery.call('post', `/stops/${stop.stopId}/arrive`, courier).send({ at });
  expect((await arrive('2026-03-02T07:00:00.000Z')).body.code).toBe('TIME_IMPLAUSIBLE');
  const { body } = await arrive('2026-03-02T05:30:00.000Z').expect(200);
  expect(body.arrivedAt).toBe('2026-03-02T05:30:00.000Z');
});

test('the leader counts: a shortage needs a photo, names who holds the goods, and reaches orders once', async () => {
  const stop = await aHandedOverStop(delivery);
  const leader = leaderAt(stop);
  const greens = stop.crates.find((crate) => crate.label === 'A2')!;
  const receipt = (body: object, token = leader) =>
    delivery.call('post', `/stops/${stop.stopId}/receipt`, token).send(body);
  const difference = { crateId: greens.crateId, skuId: 'sku_greens', received: 7, heldBy: 'courier' };

  await receipt({ differences: [] }, as('acc_leader009', 'leader')).expect(404);
  expect((await receipt({ differences: [difference] })).body.code).toBe('PHOTO_REQUIRED');
  const { body: photo } = await delivery
    .call('post', '/delivery-photos', leader)
    .attach('file', await aPicture(), 'crate.png')
    .expect(201);
  const counted = { differences: [{ ...difference, photoId: photo.photoId }] };
  const { body } = await receipt(counted).expect(200);
  expect(body.receipt.discrepancies).toMatchObject([{ expected: 10, received: 7, heldBy: 'courier' }]);
  await receipt(counted).expect(200);
  await receipt({ differences: [] }).expect(409);
  const [event, ...more] = await eventually(() => {
    const heard = delivery.heardOf('delivery.stop_received.v1');
    return heard.length > 0 && heard;
  });
  expect(more).toEqual([]);
  expect(event?.data).toMatchObject({
    received: expect.arrayContaining([
      { skuId: 'sku_greens', units: 37 },
      { skuId: 'sku_milk', units: 5 },
    ]),
  });

  const photoPath = `/delivery-photos/${photo.photoId}`;
  await delivery.call('get', photoPath, courier).expect(200).expect('Content-Type', 'image/webp');
  await delivery.call('get', photoPath, as('acc_courier02', 'courier')).expect(404);
  const { body: list } = await delivery.call('get', '/discrepancies', courier).expect(200);
  const answer = () =>
    delivery
      .call('post', `/discrepancies/${list.items[0].discrepancyId}/answer`, courier)
      .send({ agreed: false, note: '已全部交付' });
  expect((await answer().expect(200)).body.answer).toMatchObject({ agreed: false });
  await answer().expect(200);
});

test('an operator ends a dispute by naming who bears it; otherwise decided, the later one counts, until claims are over', async () => {
  const stop = await aShortStop(delivery);
  const [dispute] = stop.receipt!.discrepancies;
  const path = `/discrepancies/${dispute!.discrepancyId}`;
  const decide = (body: object, token = operator) =>
    delivery.call('post', `${path}/decision`, token).send(body);
  const told = () => delivery.heardOf('delivery.discrepancy_decided.v1').map(({ data }) => data);

  const { body: photo } = await delivery
    .call('post', '/delivery-photos', courier)
    .attach('file', await aPicture(), 'van.png')
    .expect(201);
  const objection = { agreed: false, note: '箱子封好的', photoId: photo.photoId };
  const answer = (body: object) => delivery.call('post', `${path}/answer`, courier).send(body);
  expect((await answer({ ...objection, photoId: 'pho_unknown' })).body.code).toBe('PHOTO_REQUIRED');
  expect((await answer(objection).expect(200)).body.answer).toMatchObject(objection);
  await delivery.call('get', `/delivery-photos/${photo.photoId}`, leaderAt(stop)).expect(200);

  const byFacility = { payer: 'platform', reason: '仓库少装' };
  expect((await decide({ payer: 'courier' })).body.code).toBe('MALFORMED_REQUEST');
  await decide(byFacility, courier).expect(403);
  await delivery.call('post', '/discrepancies/dis_unknown/decision', operator).send(byFacility).expect(404);
  await Promise.all([decide(byFacility).expect(200), decide(byFacility).expect(200)]);
  const byCourier = { payer: 'courier', reason: '在车上找到了' };
  expect((await decide(byCourier).expect(200)).body.decision).toMatchObject(byCourier);
  await eventually(() => told().length === 2);
  expect(told()[1]).toMatchObject({
    ...{ skuId: 'sku_greens', payer: 'courier', payerAccountId: 'acc_courier01' },
    ...{ decidedBy: 'acc_operator', stopId: stop.stopId },
  });

  delivery.clock.now = new Date(delivery.clock.now.getTime() + 8 * 24 * 3600_000);
  expect((await decide(byFacility)).body.code).toBe('DISPUTE_CLOSED');
  await decide(byCourier).expect(200);
});

test('a delivery that could not happen needs a photo of the courier, and the route can finish', async () => {
  const routeId = await aRouteUnderWay(delivery);
  const { stops } = await routeView(delivery, routeId);
  const fail = (stopId: string, photoId: string) =>
    delivery.call('post', `/stops/${stopId}/fail`, courier).send({ reason: 'nobody_there', photoId });
  expect((await fail(stops[0]!.stopId, 'pho_unknown')).body.code).toBe('PHOTO_REQUIRED');
  for (const { stopId } of stops) {
    const { body } = await delivery
      .call('post', '/delivery-photos', courier)
      .attach('file', await aPicture(), 'door.png')
      .expect(201);
    await fail(stopId, (body as { photoId: string }).photoId).expect(200);
  }
  const finish = () => delivery.call('post', `/routes/${routeId}/finish`, courier).send({});
  expect((await finish().expect(200)).body.route.status).toBe('finished');
  await finish().expect(200);
  await eventually(() => delivery.heardOf('delivery.route_finished.v1').length === 1);
});

test.each(['<svg onload=alert(1)>', ''])('what is no picture is refused: “%s”', async (text) => {
  const { body } = await delivery
    .call('post', '/delivery-photos', courier)
    .attach('file', Buffer.from(text), 'x.png')
    .expect(422);
  expect(body.code).toBe('PHOTO_UNREADABLE');
});
