import { examinedTooMuch } from '../../tests/support/examined';
import { anOrder } from '../../tests/support/orders/anOrder';
import { anOrderWish, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld } from '../../tests/support/orders/world';
import { groupOrderIdOf } from './domain/place';
import { flat } from './storage/orderModel';
import { PickupPointId } from '#shared/contracts/ids';

const many = 300;
let world: OrdersWorld;
const { place, placed, pay, cancel, payment, grant } = shopping(() => world);

const daysAgo = (days: number) => new Date(Date.parse('2026-03-01T09:00:00.000Z') - days * 86_400_000);

/** A year of one shopper, and a day of many others at the same pickup point and at others. */
beforeAll(async () => {
  world = await ordersWorld();
  await world.app.start();
  const base = flat(anOrder('paid'));
  const closed = { status: 'closed', outbox: [], closedAt: daysAgo(1), receipt: { outcome: 'consolidated' } };
  const own = Array.from({ length: many }, (_, n) => ({
    ...{ ...base, ...closed, _id: `ord_own${n}`, placedAt: daysAgo(n + 1), cycleId: `cyc_old${n}` },
    groupOrderId: `gro_old${n}`,
    consolidationId: `con_old${n}`,
  }));
  const pickupPointId = PickupPointId.parse('ppt_003');
  const others = Array.from({ length: many }, (_, n) => ({
    ...{ ...base, outbox: [], _id: `ord_other${n}`, accountId: `acc_other${n}`, placedAt: daysAgo(0) },
    ...{ recipient: { name: '陌生人', phone: `139${String(n).padStart(8, '0')}` } },
    ...(n % 2 ? {} : { pickupPointId, groupOrderId: groupOrderIdOf(pickupPointId, base.cycleId) }),
  }));
  await world.orders.insertMany([...own, ...others] as never);
});
afterAll(() => world.close());

const get = (path: string, who = 'acc_mei') => world.send('get', path, who);
const boss = 'acc_boss:operator';

test('what shoppers and operators ask reads no more than a constant times what it gives', async () => {
  let orderId = '';
  const limited = world.catalog.terms.get('off_apples')!;
  world.catalog.terms.set('off_apples', { ...limited, limitPerShopper: 900 });
  const journey: Record<string, () => Promise<unknown>> = {
    quote: () => world.send('post', '/quotes', 'acc_mei', { body: quoted }),
    place: async () => {
      orderId = (await place()).body.orderId;
    },
    pay: () => pay(orderId),
    'look at the payment': () => payment(orderId),
    'give money back': () => grant(orderId, 100),
    cancel: () => cancel(orderId),
    'place again': () => placed(),
    'own orders': () => get('/orders?limit=20'),
    'own orders by status': () => get('/orders?limit=20&status=awaiting_payment'),
    'own orders of a rare status': () => get('/orders?limit=20&status=failed'),
    'one order': () => get(`/orders/${orderId}`),
    'search by account and status': () => get('/orders/search?accountId=acc_mei&status=ready&limit=20', boss),
    'search by cycle and status': () =>
      get('/orders/search?cycleId=cyc_20260301&status=ready&limit=20', boss),
    'search by point': () => get('/orders/search?cycleId=cyc_20260301&pickupPointId=ppt_003&limit=20', boss),
    'search by phone': () => get('/orders/search?phone=13900000007&limit=20', boss),
    'search a cycle by name': () => get('/orders/search?cycleId=cyc_20260301&name=nobody&limit=20', boss),
    'search a cycle by number': () =>
      get('/orders/search?cycleId=cyc_20260301&numberEnd=zzzz&limit=20', boss),
    'search a cycle by total': () => get('/orders/search?cycleId=cyc_20260301&totalFen=7&limit=20', boss),
    'failed refunds': () => get('/orders/search?refund=failed&limit=20', boss),
    'what neighbours bought': () => get('/neighbourhoods/ppt_001/recent-orders'),
    reorder: () => world.send('post', `/orders/${orderId}/reorder`, 'acc_mei'),
  };
  const tooMuch: Record<string, unknown> = {};
  for (const [step, act] of Object.entries(journey)) {
    const found = await examinedTooMuch(world.connection, async () => {
      const answer = await act();
      expect([step, isRefused(answer)]).toEqual([step, false]);
    });
    if (found.length > 0) tooMuch[step] = found;
  }
  expect(tooMuch).toEqual({});
});

const isRefused = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'status' in answer && Number(answer.status) >= 400;

const quoted = {
  cycleId: 'cyc_20260301',
  pickupPointId: 'ppt_001',
  lines: anOrderWish().lines,
};

test('the second page goes on where the first ended', async () => {
  const first = await get('/orders?limit=20');
  const { nextCursor } = first.body as { nextCursor: string };
  const found = await examinedTooMuch(world.connection, () => get(`/orders?limit=20&cursor=${nextCursor}`));
  expect(found).toEqual([]);
});
