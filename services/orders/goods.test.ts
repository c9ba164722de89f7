import { afterCutoff, operator } from '../../tests/support/orders/afterCutoff';
import { fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

let world: OrdersWorld;
const { order, settled, reaches } = shopping(() => world);
const { buy, passCutoff, frozen, get, receive, balanced } = afterCutoff(() => world);
const apples = (quantity = 1) => ({ offer: 'apples', quantity, price: 990 * quantity });
const eggs = { offer: 'eggs', price: 1890 };
const salmon = { offer: 'salmon', price: 5900 };

beforeEach(async () => {
  world = await ordersWorld();
  world.points.set('ppt_003', { open: true, leader: 'acc_leader003' });
  await world.app.start();
  await world.listenToStripe();
});
afterEach(() => world.close());

const refund = (orderId: string, body: object, key = world.newKey()) =>
  world.send('post', `/orders/${orderId}/refunds`, operator, { body, key });

/** Units of each Sku in every list of a consolidation. */
async function listsOf(consolidationId: string) {
  const count = (skus: readonly { skuId: string; units: number }[]) => {
    const units: Record<string, number> = {};
    for (const { skuId, units: some } of skus) units[skuId] = (units[skuId] ?? 0) + some;
    return units;
  };
  type Listed = { skuId: string; units: number };
  const list = async <T>(name: string) =>
    (await get<{ items: T[] }>(`/consolidations/${consolidationId}/${name}`)).items;
  return {
    purchase: count((await list<{ lines: Listed[] }>('purchase-orders')).flatMap(({ lines }) => lines)),
    pick: count(await list<Listed>('pick-list')),
    sort: count((await list<{ skus: Listed[] }>('sort-list')).flatMap(({ skus }) => skus)),
    pickup: count((await list<{ lines: Listed[] }>('pickup-list')).flatMap(({ lines }) => lines)),
  };
}
const everywhere = (units: Record<string, number>) => ({
  ...{ purchase: units, pick: units },
  ...{ sort: units, pickup: units },
});

test('before cutoff, goods that do not come leave the order, its group and the shelves', async () => {
  const mine = await buy({ who: 'acc_a', lines: [apples(), eggs] });
  for (const who of ['acc_b', 'acc_c']) await buy({ who, lines: [eggs] });
  const group = async () =>
    (await get<{ items: { groupBuys: object[] }[] }>('/group-orders?pickupPointId=ppt_001')).items[0]
      ?.groupBuys[0];
  const formed = (status: string, shoppers: number) =>
    until(async () => {
      const now = await group();
      return now && JSON.stringify(now).includes(`"status":"${status}","shoppers":${shoppers}`);
    });
  await formed('formed', 3);
  const left = world.catalog.left('off_eggs');
  const key = world.newKey();
  const wish = { lines: [{ lineId: 'l2' }], goods: 'do_not_come', reason: 'recalled' };
  const preview = async (body: object) =>
    (await world.send('post', `/orders/${mine}/refunds/preview`, operator, { body })).body as object;
  expect(await preview(wish)).toEqual({
    ...{ total: fen(1890), deliveryFee: fen(0) },
    lines: [{ lineId: 'l2', amount: fen(1890) }],
  });
  expect(await preview({ lines: [{ lineId: 'l1', amount: fen(991) }] })).toMatchObject({
    code: 'REFUND_TOO_LARGE',
  });
  expect((await order(mine)).refunds).toEqual([]);
  const answer = await refund(mine, wish, key);
  expect([answer.status, answer.body.lines[1]]).toMatchObject([
    201,
    { quantity: { allocated: 0 }, dropped: { reason: 'recalled', units: 1 }, refunded: fen(1890) },
  ]);
  expect((await refund(mine, wish, key)).body).toMatchObject({
    refunds: [{ amount: fen(1890), reason: 'recalled' }],
  });
  expect((await refund(mine, { ...wish, lines: [{ lineId: 'l1' }] }, key)).body.code).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
  await formed('open', 2);
  await until(() => world.catalog.left('off_eggs') === left + 1);
  passCutoff();
  const { consolidationId } = await frozen();
  expect(await listsOf(consolidationId)).toEqual(everywhere({ sku_apples: 1 }));
  await balanced();
});

test('after cutoff, they leave every list by a version of its own, once for refunds that come together', async () => {
  const one = await buy({ who: 'acc_a', lines: [apples(3), salmon] });
  const other = await buy({ who: 'acc_b', lines: [salmon], method: 'alipay' });
  const whole = await buy({ who: 'acc_c', lines: [apples()] });
  passCutoff();
  const first = await frozen();
  expect(await listsOf(first.consolidationId)).toEqual(everywhere({ sku_apples: 4, sku_salmon: 2 }));
  const goods = 'do_not_come';
  expect((await refund(one, { lines: [{ lineId: 'l1', units: 2 }], goods })).body).toMatchObject({
    lines: [{ quantity: { ordered: 3, allocated: 1 }, refunded: fen(1980) }, {}],
    refunds: [{ reason: 'line_cancelled' }],
  });
  expect(
    (await refund(other, { lines: [{ lineId: 'l1' }], goods, reason: 'supplier_shortage' })).status,
  ).toBe(201);
  expect(await reaches(other, 'failed')).toMatchObject({
    failedBecause: 'supplier_shortage',
    refunded: fen(5900),
  });
  const last = await until(async () => {
    const { items } = await get<{ items: { consolidationId: string; version: number }[] }>(
      '/consolidations?cityId=cit_hangzhou',
    );
    const newest = items.reduce((a, b) => (b.version > a.version ? b : a));
    const lists = newest.version > 1 && (await listsOf(newest.consolidationId));
    return lists && lists.pick['sku_salmon'] === 1 && lists.pick['sku_apples'] === 2 ? newest : undefined;
  });
  expect(await listsOf(last.consolidationId)).toEqual(everywhere({ sku_apples: 2, sku_salmon: 1 }));
  expect(await listsOf(first.consolidationId)).toEqual(everywhere({ sku_apples: 4, sku_salmon: 2 }));
  expect(await order(whole)).toMatchObject({ status: 'consolidated', refunded: fen(0) });

  // Once the leader has them, they are not handed out; once they are handed out, they came.
  await receive(last.consolidationId, { apples: 2, salmon: 1 });
  await reaches(one, 'ready');
  expect((await refund(one, { lines: [{ lineId: 'l2' }], goods, reason: 'recalled' })).body).toMatchObject({
    lines: [{}, { quantity: { allocated: 0 } }],
  });
  await balanced();
});

test('goodwill leaves the goods where they are, and so does part of a price without a word about units', async () => {
  const orderId = await buy({ who: 'acc_a', lines: [apples(2)] });
  const amount = fen(100);
  for (const body of [
    { lines: [{ lineId: 'l1', amount }] },
    { lines: [{ lineId: 'l1', amount }], goods: 'come', reason: 'supplier_shortage' },
    { lines: [{ lineId: 'l1', amount }], reason: 'supplier_shortage' },
  ])
    expect((await refund(orderId, body)).body).toMatchObject({ lines: [{ quantity: { allocated: 2 } }] });
  passCutoff();
  await frozen();
  expect(await settled(orderId)).toMatchObject({ refunded: fen(300), lines: [{ finalAmount: fen(1680) }] });
  await balanced();
});

test('what does not fit together is refused by name, and nothing changes', async () => {
  const orderId = await buy({ who: 'acc_a', lines: [apples(2)] });
  const before = await order(orderId);
  const goods = 'do_not_come';
  const refused = async (body: object) => (await refund(orderId, body)).body.code as string;
  expect(await refused({ lines: [{ lineId: 'l1' }] })).toBe('MALFORMED_REQUEST');
  expect(await refused({ lines: [{ lineId: 'l1', amount: fen(1), units: 1 }], goods: 'come' })).toBe(
    'MALFORMED_REQUEST',
  );
  expect(await refused({ lines: [{ lineId: 'l1' }, { lineId: 'l1' }], goods })).toBe('MALFORMED_REQUEST');
  expect(await refused({ lines: [{ lineId: 'l9' }], goods })).toBe('NOT_FOUND');
  expect(await refused({ lines: [{ lineId: 'l1', units: 3 }], goods })).toBe('REFUND_TOO_LARGE');
  expect(await refused({ lines: [{ lineId: 'l1', units: 1, amount: fen(991) }], goods })).toBe(
    'REFUND_TOO_LARGE',
  );
  expect(await refused({ lines: [{ lineId: 'l1', amount: fen(1979) }], goods })).toBe('REFUND_TOO_SMALL');
  expect(await order(orderId)).toEqual(before);
});
