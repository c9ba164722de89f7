import { aCity, leaderOf, operator, point } from '../../tests/support/deliveryBuilders';
import {
  as,
  bodyOf,
  type DeliveryHarness,
  deliveryHarness,
  eventually,
  hangzhou,
} from '../../tests/support/deliveryHarness';
import { type Page } from '#shared/contracts/common';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { seedDeliveryDemo } from './demo/seed';

let delivery: DeliveryHarness;
beforeEach(async () => {
  delivery = await deliveryHarness();
});
afterEach(() => delivery.close());

const ids = ({ body }: { body: { items: { pickupPointId: string }[] } }) =>
  body.items.map(({ pickupPointId }) => pickupPointId);
const list = (query: string) => delivery.call('get', `/pickup-points?${query}`).expect(200);

test('the demo can be seeded at every start; points are found nearest first, page by page, and by pinyin', async () => {
  for (let times = 0; times < 2; times += 1)
    await seedDeliveryDemo(delivery.database.connection, delivery.clock.now);
  const near = await list('lng=120.15&lat=30.28&limit=3');
  expect(ids(near)[0]).toBe('ppt_001');
  const metres = (near.body as Page<PickupPointView>).items.map(({ distanceMetres = -1 }) => distanceMetres);
  expect(metres).toEqual([...metres].sort((a, b) => a - b));
  const next = await list(`lng=120.15&lat=30.28&limit=3&cursor=${near.body.nextCursor}`);
  expect(new Set([...ids(near), ...ids(next)]).size).toBe(6);

  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const page = await list(`cityId=${hangzhou}&limit=25${cursor}`);
    seen.push(...ids(page));
    if (!page.body.nextCursor) break;
    cursor = `&cursor=${page.body.nextCursor}`;
  }
  expect(new Set(seen).size).toBe(60);
  expect(ids(await list('search=cuiyuanyi'))).toEqual(['ppt_001']);
  expect(ids(await list(`search=${encodeURIComponent('翠苑')}`))).toEqual(['ppt_001']);
  expect(ids(await list('search=cyyq'))).toEqual(['ppt_001']);
  for (const typed of ['翠苑一區', 'ＣＵＩＹＵＡＮＹＩ', "cui'yuan yi", 'cuìyuàn yī'])
    expect(ids(await list(`search=${encodeURIComponent(typed)}`))).toEqual(['ppt_001']);
  expect(ids(await list('search=.*'))).toEqual([]);
  await delivery.call('get', '/pickup-points?cursor=garbage').expect(400);
  await delivery.call('get', '/pickup-points?lng=120').expect(400);
});

test('an operator opens, changes and closes a point; a stale version and others are refused', async () => {
  const facts = {
    cityId: hangzhou,
    name: { zh: '新苑', en: 'New Garden' },
    address: '新苑路1号',
    position: { lng: 120.2, lat: 30.3 },
    openingHours: [{ from: '08:00', to: '20:00' }],
    coldStorage: false,
    capacityPerDay: 50,
  };
  const create = (token: string) =>
    delivery.call('post', '/pickup-points', token).set('Idempotency-Key', 'new-point').send(facts);
  await create(leaderOf(1)).expect(403);
  const { body: made } = await create(operator).expect(201);
  expect((await create(operator).expect(201)).body.pickupPointId).toBe(made.pickupPointId);
  const change = (version: number) =>
    delivery
      .call('patch', `/pickup-points/${made.pickupPointId}`, operator)
      .send({ version, open: false, name: { zh: '旧苑', en: 'Old Garden' } });
  await change(7).expect(409);
  await change(1).expect(200);
  expect(ids(await list('search=jiuyuan'))).toEqual([]);
  const { body } = await delivery.call('get', `/pickup-points/${made.pickupPointId}`).expect(200);
  expect(body).toMatchObject({ open: false, name: { zh: '旧苑' } });
  expect(JSON.stringify(body)).not.toMatch(/version|leaderPhone|foundBy/);
  await eventually(() => delivery.heardOf('delivery.pickup_point_changed.v1').length === 2);
});

test('a place far from its city is asked about: how far it is, and nothing changes until somebody confirms it', async () => {
  const exchanged = { lng: 30.3, lat: 120.2 - 90 };
  const name = { zh: '远处', en: 'Far' };
  const point = {
    ...{ cityId: hangzhou, name, address: '远路1号', position: exchanged },
    ...{ openingHours: [{ from: '08:00', to: '20:00' }], coldStorage: false, capacityPerDay: 50 },
  };
  const warehouse = { cityId: hangzhou, kind: 'grid', name, address: '远路1号', position: exchanged };
  for (const [path, facts] of [
    ['/pickup-points', point],
    ['/facilities', warehouse],
  ] as const) {
    const send = (method: 'post' | 'patch', on: string, body: object) =>
      delivery
        .call(method, on, operator)
        .set('Idempotency-Key', `${on}-${JSON.stringify(body).length}`)
        .send(body);
    const { body: refused } = await send('post', path, facts).expect(422);
    expect(refused).toMatchObject({ code: 'POSITION_FAR', expectedKilometres: 60 });
    expect((refused as { kilometres: number }).kilometres).toBeGreaterThan(5_000);
    const { body: made } = await send('post', path, { ...facts, confirmFar: true }).expect(201);
    const id = (made as { pickupPointId?: string; facilityId?: string }).pickupPointId ?? made.facilityId;
    const one = `${path}/${id}`;
    // What was confirmed is not asked about again; another far place is.
    await send('patch', one, { version: 1, address: '远路2号', position: exchanged }).expect(200);
    const elsewhere = { version: 2, position: { lng: 0, lat: 0 } };
    expect((await send('patch', one, elsewhere).expect(422)).body.code).toBe('POSITION_FAR');
    await send('patch', one, { version: 2, position: { lng: 120.2, lat: 30.3 } }).expect(200);
    await send('patch', one, { ...elsewhere, version: 3, confirmFar: true }).expect(200);
  }
});

test('leaders come by assignment and by approval, and go when they may lead no more; late news change nothing', async () => {
  await aCity(delivery);
  const assign = (accountId: string | null, version: number) =>
    delivery.call('put', `/pickup-points/${point(1)}/leader`, operator).send({ accountId, version });
  expect((await assign('acc_nobody', 1)).body.code).toBe('LEADER_UNKNOWN');
  delivery.others.leaders.set('acc_new', { displayName: '赵团长', phone: '13900000000' });
  await assign('acc_new', 1).expect(200);
  const mine = async (token: string) =>
    (await bodyOf<{ pickupPoints: object[] }>(delivery.call('get', '/pickup-points/mine', token).expect(200)))
      .pickupPoints.length;
  expect(await mine(as('acc_new', 'leader'))).toBe(1);
  expect(await mine(leaderOf(1))).toBe(0);

  const approved = {
    applicationId: 'app_1',
    accountId: 'acc_third',
    pickupPointId: point(1),
    displayName: '钱团长',
    phone: '13900000001',
  };
  delivery.clock.now = new Date('2026-03-01T00:00:00.000Z');
  await delivery.tell('identity.leader_approved.v1', approved);
  expect(await mine(as('acc_third', 'leader'))).toBe(0);
  delivery.clock.now = new Date('2026-03-03T00:00:00.000Z');
  await delivery.tell('identity.leader_approved.v1', approved);
  expect(await mine(as('acc_third', 'leader'))).toBe(1);
  delivery.clock.now = new Date('2026-03-04T00:00:00.000Z');
  await delivery.tell('identity.roles_changed.v1', { accountId: 'acc_third', roles: ['shopper'] });
  expect(await mine(as('acc_third', 'leader'))).toBe(0);
});
