import { type Quote } from '#shared/contracts/orders/quotes';
import { offers, anOffer } from '../../tests/support/orders/fakeCatalog';
import { anOrderWish, fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld } from '../../tests/support/orders/world';

let world: OrdersWorld;
beforeAll(async () => {
  world = await ordersWorld();
  await world.app.start();
});
afterAll(() => world.close());

const cart = (lines = [{ offerId: 'off_apples', quantity: 2 }]) => ({
  cycleId: 'cyc_20260301',
  pickupPointId: 'ppt_001',
  lines,
});
const wish = (changes: object = {}) => anOrderWish({ ...cart(), expectedTotal: fen(1980), ...changes });
const { place } = shopping(() => world);
const placeTwo = (options?: { who?: string; key?: string }) => place(wish(), options);
type QuoteReply = { body: Quote & { code: string } };
const quote = async (body: object, who?: string): Promise<QuoteReply> =>
  world.send('post', '/quotes', who, { body });

describe('a quote', () => {
  test('prices every line with its reasons', async () => {
    const lines = [
      { offerId: 'off_pakchoi', quantity: 2 },
      { offerId: 'off_salmon', quantity: 1 },
    ];
    const { body } = await quote({ ...cart(lines), fulfilment: { kind: 'door' } });
    expect(body.lines.map((line) => (line.state === 'available' ? line.price : undefined))).toEqual([
      {
        unitPrice: fen(450),
        discount: fen(0),
        estimate: fen(900),
        charged: fen(990),
        reasons: ['unit_price', 'weighed_upper_estimate'],
      },
      expect.objectContaining({ charged: fen(5900), reasons: ['dearest_tier_charged'] }),
    ]);
    expect(body).toMatchObject({
      orderable: true,
      deliveryFee: { amount: fen(500), reason: 'published_fee', freeFrom: fen(9900) },
      amounts: { goods: fen(6800), estimatedTotal: fen(7300), total: fen(7390) },
      authorisation: { amount: fen(7390), reason: 'upper_estimate_for_weighed_goods' },
      pickupDate: '2026-03-02',
    });
  });

  test('says what is sold out', async () => {
    world.catalog.terms.set('off_scarce', anOffer('off_scarce'));
    world.catalog.setStock('off_scarce', 1);
    const lines = (quantity: number) => [{ offerId: 'off_scarce', quantity }];
    expect((await quote(cart(lines(1)))).body.orderable).toBe(true);
    const { body } = await quote(cart(lines(2)));
    expect(body.orderable).toBe(false);
    expect(body.lines).toEqual([expect.objectContaining({ state: 'unavailable', reason: 'out_of_stock' })]);
  });

  test('says what is missing to the smallest order', async () => {
    world.catalog.terms.set('off_clove', anOffer('off_clove', { price: 30 }));
    const lines = (quantity: number) => [{ offerId: 'off_clove', quantity }];
    expect((await quote(cart(lines(3)))).body).toMatchObject({
      orderable: false,
      belowMinimum: { minimum: fen(100), missing: fen(10) },
    });
    const { body } = await quote(cart(lines(4)));
    expect([body.orderable, body.belowMinimum]).toEqual([true, undefined]);
  });

  test('says line by line what cannot be bought', async () => {
    world.catalog.terms.set('off_gone', { ...anOffer('off_gone'), onSale: false });
    world.catalog.terms.set('off_few', anOffer('off_few', { limitPerShopper: 1 }));
    const { body } = await quote(
      cart([
        { offerId: 'off_gone', quantity: 1 },
        { offerId: 'off_unknown', quantity: 1 },
        { offerId: 'off_few', quantity: 2 },
        { offerId: 'off_apples', quantity: 1 },
      ]),
    );
    expect(body.lines.map((line) => (line.state === 'unavailable' ? line.reason : undefined))).toEqual([
      'not_on_sale',
      'not_on_sale',
      'limit_exceeded',
      undefined,
    ]);
    expect([body.orderable, body.amounts.total]).toEqual([false, fen(990)]);
  });

  test('counts what the shopper bought already, once signed in', async () => {
    world.catalog.terms.set('off_two', anOffer('off_two', { limitPerShopper: 2 }));
    const lines = [{ offerId: 'off_two', quantity: 2 }];
    const mine = await place(wish({ lines, expectedTotal: fen(2000) }), { who: 'acc_limit' });
    expect(mine.status).toBe(201);
    const { body } = await quote(cart(lines), 'acc_limit');
    expect(body.lines[0]).toMatchObject({ state: 'unavailable', reason: 'limit_exceeded', allowance: 0 });
    expect((await quote(cart(lines), 'acc_other')).body.lines[0]).toMatchObject({ allowance: 2 });
  });
});

describe('placing an order', () => {
  test('holds the stock, keeps the order and tells the others', async () => {
    const before = world.catalog.left('off_apples');
    const reply = await placeTwo();
    expect([reply.status, reply.body]).toEqual([
      201,
      expect.objectContaining({
        status: 'awaiting_payment',
        version: 1,
        accountId: 'acc_mei',
        amounts: expect.objectContaining({ total: fen(1980) }),
        payBefore: '2026-03-01T10:15:00.000Z',
        actions: ['pay', 'cancel', 'reorder'],
        payment: expect.objectContaining({ status: 'none' }),
      }),
    ]);
    const { orderId } = reply.body;
    expect(world.catalog.left('off_apples')).toBe(before - 2);
    expect((await world.stored(orderId))?.['lines'][0].offer.title).toEqual(offers.apples.title);
  });

  test('too little to be paid is refused, and holds nothing', async () => {
    world.catalog.terms.set('off_seed', anOffer('off_seed', { price: 99 }));
    const before = world.catalog.left('off_seed');
    const wishOf = (quantity: number) =>
      wish({ lines: [{ offerId: 'off_seed', quantity }], expectedTotal: fen(99 * quantity) });
    // The first time by what the reservation says, then by what is remembered.
    for (const _ of [1, 2])
      expect((await place(wishOf(1))).body).toMatchObject({ code: 'BELOW_MINIMUM_ORDER', status: 409 });
    expect(world.catalog.left('off_seed')).toBe(before);
    expect((await place(wishOf(2))).status).toBe(201);
  });

  test('costs one call to catalog when the terms are known', async () => {
    await placeTwo();
    world.catalog.calls.length = 0;
    await placeTwo();
    // The closing of cycles asks now and then on its own.
    const calls = world.catalog.calls.filter((name) => name !== 'catalog.listCyclesByCutoff');
    expect(calls).toEqual(['catalog.reserve']);
  });

  test('sent twice, or twice at once, is one order', async () => {
    const key = world.newKey();
    const before = world.catalog.left('off_apples');
    const replies = await Promise.all([place(wish(), { key }), place(wish(), { key })]);
    const again = await place(wish(), { key });
    expect(new Set([...replies, again].map(({ body }) => body.orderId)).size).toBe(1);
    expect(world.catalog.left('off_apples')).toBe(before - 2);
  });

  test('another wish under the same key is refused', async () => {
    const key = world.newKey();
    await place(wish(), { key });
    const other = wish({ lines: [{ offerId: 'off_apples', quantity: 1 }], expectedTotal: fen(990) });
    expect((await place(other, { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await place(wish(), { key, who: 'acc_other' })).status).toBe(201);
  });

  test('a differing price is refused with the new quote, and holds nothing', async () => {
    const before = world.catalog.left('off_apples');
    const { status, body } = await place(wish({ expectedTotal: fen(1900) }));
    expect([status, body.code, body.quote.amounts.total]).toEqual([409, 'PRICE_CHANGED', fen(1980)]);
    expect(world.catalog.left('off_apples')).toBe(before);
  });

  test('a price that changed behind the cached terms is found when reserving', async () => {
    world.catalog.terms.set('off_moving', anOffer('off_moving', { price: 500 }));
    const lines = [{ offerId: 'off_moving', quantity: 1 }];
    await place(wish({ lines, expectedTotal: fen(500) }));
    world.catalog.terms.set('off_moving', { ...anOffer('off_moving', { price: 700 }), version: 2 });
    const before = world.catalog.left('off_moving');
    const { body } = await place(wish({ lines, expectedTotal: fen(500) }));
    expect([body.code, body.quote.amounts.total]).toEqual(['PRICE_CHANGED', fen(700)]);
    expect(world.catalog.left('off_moving')).toBe(before);
    expect((await place(wish({ lines, expectedTotal: fen(700) }))).status).toBe(201);
  });

  test('sold out: nothing is kept', async () => {
    world.catalog.setStock('off_salmon', 1);
    const lines = [
      { offerId: 'off_apples', quantity: 1 },
      { offerId: 'off_salmon', quantity: 2 },
    ];
    const before = world.catalog.left('off_apples');
    const { body } = await place(wish({ lines, expectedTotal: fen(12790) }));
    expect([body.code, world.catalog.left('off_apples')]).toEqual(['OUT_OF_STOCK', before]);
  });

  test('a closed pickup point, an unknown cycle and a line twice are refused', async () => {
    const codes = await Promise.all(
      [
        wish({ pickupPointId: 'ppt_002' }),
        wish({ pickupPointId: 'ppt_404' }),
        wish({ cycleId: 'cyc_404' }),
        wish({ lines: [...cart().lines, ...cart().lines] }),
        wish({ fulfilment: { kind: 'door' } }),
      ].map(async (body) => (await place(body)).body.code),
    );
    expect(codes).toEqual([
      'PICKUP_POINT_CLOSED',
      'NOT_FOUND',
      'NOT_FOUND',
      'MALFORMED_REQUEST',
      'MALFORMED_REQUEST',
    ]);
  });

  test('a door in another city is refused, in a quote and in an order; one in its own city is not', async () => {
    const door = (cityId: string) => ({ fulfilment: { kind: 'door', address: '文三路1号', cityId } });
    const elsewhere = door('cit_shanghai');
    expect((await quote({ ...cart(), ...elsewhere })).body.code).toBe('DOOR_IN_OTHER_CITY');
    const expectedTotal = fen(2480);
    expect((await place(wish({ ...elsewhere, expectedTotal }))).body.code).toBe('DOOR_IN_OTHER_CITY');
    const { status, body } = await place(wish({ ...door('cit_hangzhou'), expectedTotal }));
    expect([status, body.fulfilment]).toEqual([201, 'door']);
  });

  test('only the leader of the point orders for a neighbour', async () => {
    const onBehalfOf = { name: '李奶奶', phone: '13900139000' };
    expect((await place(wish({ onBehalfOf }))).body.code).toBe('NOT_ALLOWED');
    const { body } = await place(wish({ onBehalfOf }), { who: 'acc_leader001:leader' });
    expect(body.onBehalfOf).toEqual(onBehalfOf);
  });

  test('catalog down is told, and the same key completes it when it is back', async () => {
    const key = world.newKey();
    world.catalog.fail('catalog.reserve', { after: true });
    const before = world.catalog.left('off_apples');
    expect((await place(wish(), { key })).body.code).toBe('SERVICE_UNAVAILABLE');
    expect((await place(wish(), { key })).status).toBe(201);
    expect(world.catalog.left('off_apples')).toBe(before - 2);
  });
});

describe('reading orders', () => {
  test('own ones page by page, of some states, and nobody else’s', async () => {
    for (let order = 0; order < 3; order += 1) await place(wish(), { who: 'acc_reader' });
    const first = (await world.send('get', '/orders?limit=2&status=awaiting_payment,paid', 'acc_reader'))
      .body;
    const rest = (await world.send('get', `/orders?limit=2&cursor=${first.nextCursor}`, 'acc_reader')).body;
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, undefined]);
    expect((await world.send('get', '/orders?status=paid', 'acc_reader')).body.items).toEqual([]);
    const { orderId } = first.items[0];
    const get = (who: string) => world.send('get', `/orders/${orderId}`, who);
    expect([(await get('acc_reader')).status, (await get('acc_mei')).status]).toEqual([200, 404]);
    expect((await get('acc_boss:operator')).status).toBe(200);
  });

  test('operators search by cycle, point and phone', async () => {
    const phone = '13511111111';
    const { body } = await place(wish({ recipient: { name: '赵', phone } }));
    const search = async (query: string, who = 'acc_boss:operator') => {
      const reply = await world.send('get', `/orders/search?${query}`, who);
      return reply.body as { items: { orderId: string }[]; nextCursor?: string; code?: string };
    };
    expect((await search(`phone=${phone}`)).items.map(({ orderId }) => orderId)).toEqual([body.orderId]);
    expect((await search('cycleId=cyc_20260301&pickupPointId=ppt_001&limit=1')).nextCursor).toBeDefined();
    expect((await search('cityId=cit_hangzhou')).code).toBe('MALFORMED_REQUEST');
    expect((await search(`phone=${phone}`, 'acc_mei')).code).toBe('NOT_ALLOWED');
  });

  test('operators search a cycle by a part of a name, by the end of a number and by the total', async () => {
    const names = ['欧阳 (Ann.)', '欧阳 Annx'];
    const ids: string[] = [];
    for (const name of names) {
      const { body } = await place(wish({ recipient: { name, phone: '13522222222' } }), {
        who: 'acc_reader',
      });
      ids.push(body.orderId);
    }
    const [first] = ids as [string, string];
    // Placed at one moment: the greatest id first.
    const both = [...ids].sort().reverse();
    const search = async (query: Record<string, string>) => {
      const text = new URLSearchParams(query).toString();
      const reply = await world.send('get', `/orders/search?${text}`, 'acc_boss:operator');
      const { items, code } = reply.body as { items?: { orderId: string }[]; code?: string };
      return items?.map(({ orderId }) => orderId) ?? code;
    };
    const cycleId = 'cyc_20260301';
    expect(await search({ cycleId, name: '阳' })).toEqual(both);
    // What is typed is text: a dot is a dot, and letters count in either case.
    expect(await search({ cycleId, name: 'ann.' })).toEqual([first]);
    expect(await search({ cycleId, name: '(' })).toEqual([first]);
    expect(await search({ cycleId, numberEnd: first.slice(-8).toLowerCase() })).toEqual([first]);
    const { body } = await world.send('get', `/orders/${first}`, 'acc_reader');
    const totalFen = String(body.amounts.total.amount);
    expect(await search({ cycleId, name: '欧阳', totalFen, limit: '1' })).toEqual(both.slice(0, 1));
    expect(await search({ cycleId, name: '欧阳', totalFen: '1' })).toEqual([]);
    expect(await search({ cycleId, pickupPointId: 'ppt_001', name: '欧阳', status: 'failed' })).toEqual([]);
    expect(await search({ cycleId: 'cyc_other', name: '欧阳' })).toEqual([]);
    for (const wrong of [
      { name: '欧阳' },
      { phone: '13522222222', totalFen: '1' },
      { cycleId, numberEnd: '.*' },
    ])
      expect(await search(wrong)).toBe('MALFORMED_REQUEST');
    expect(await search({ cycleId, totalFen: '1.5' })).toBe('MALFORMED_REQUEST');
  });

  test.each([
    ['010-65551234 转 801', '(010)65551234-801', '1234'],
    ['+852 9123 4567', '00852-91234567', '4567'],
    ['+86 139-0013-9001', '13900139001', '9001'],
  ])('a recipient of %s is found by %s, and told by %s', async (phone, typed, phoneTail) => {
    const wanted = wish({ recipient: { name: '赵', phone }, onBehalfOf: { name: '赵', phone } });
    const { body } = await place(wanted, { who: 'acc_leader001:leader' });
    const found = await world.send(
      'get',
      `/orders/search?phone=${encodeURIComponent(typed)}`,
      'acc_boss:operator',
    );
    expect(found.body.items).toMatchObject([{ orderId: body.orderId, phoneTail }]);
  });

  test('ordering again gives the goods that are sold now', async () => {
    const lines = [
      { offerId: 'off_apples', quantity: 1 },
      { offerId: 'off_last', quantity: 1 },
    ];
    world.catalog.terms.set('off_last', anOffer('off_last'));
    const { body } = await place(wish({ lines, expectedTotal: fen(1990) }));
    world.catalog.terms.delete('off_last');
    const again = await world.send('post', `/orders/${body.orderId}/reorder`, 'acc_mei');
    expect(again.body).toMatchObject({
      cycleId: 'cyc_20260301',
      lines: [{ offerId: 'off_apples', quantity: 1 }],
      unavailable: [{ reason: 'not_on_sale' }],
    });
  });
});

test('what a person who left had written is gone; the order stays', async () => {
  const { body } = await place(wish({ note: '门口' }), { who: 'acc_leaver' });
  const event = {
    id: 'left-1',
    type: 'identity.account_deleted.v1',
    key: 'acc_leaver',
    occurredAt: world.now().toISOString(),
    correlationId: 'left-1',
    data: { accountId: 'acc_leaver' },
  };
  await world.deps.bus.publish([event]);
  await world.deps.bus.publish([event]);
  const stored = await world.stored(body.orderId);
  expect([stored?.['recipient'], stored?.['note'], stored?.['version']]).toEqual([
    { name: '—', phone: '' },
    undefined,
    2,
  ]);
});
