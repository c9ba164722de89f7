import { ordersInternal } from '../../shared/contracts/internal/orders';
import { afterCutoff, operator } from '../../tests/support/orders/afterCutoff';
import { anOffer, offers } from '../../tests/support/orders/fakeCatalog';
import { fen, shopping } from '../../tests/support/orders/shopping';
import { type StoredOrder } from './storage/orderModel';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

let world: OrdersWorld;
const { placed, pay, order, settled, reaches, when } = shopping(() => world);
const {
  buy,
  passCutoff,
  frozen,
  get,
  tell,
  depart,
  receive,
  sendBack,
  redeem,
  decideOverdue,
  balanced,
  books,
} = afterCutoff(() => world);
const apples = (quantity = 1) => ({ offer: 'apples', quantity, price: 990 * quantity });
const eggs = { offer: 'eggs', price: 1890 };
const pakChoi = { offer: 'pakchoi', price: 495 };
const salmon = (quantity: number) => ({ offer: 'salmon', quantity, price: 5900 * quantity });

beforeEach(async () => {
  world = await ordersWorld();
  world.points.set('ppt_003', { open: true, leader: 'acc_leader003' });
  await world.app.start();
  await world.listenToStripe();
});
afterEach(() => world.close());

test('cutoff decides about every order of the cycle, once, and says so', async () => {
  world.catalog.terms.set('off_rare', {
    ...anOffer('off_rare', { price: 700 }),
    supplierMinimumUnits: 5,
  });
  const lonely = await buy({ who: 'acc_li', lines: [eggs] });
  const mixed = await buy({ who: 'acc_wang', lines: [apples(), eggs], method: 'alipay', name: '=1+1' });
  const far = [
    await buy({ who: 'acc_a', lines: [salmon(5)], point: 'ppt_003' }),
    await buy({ who: 'acc_b', lines: [salmon(5), eggs], point: 'ppt_003' }),
    await buy({ who: 'acc_c', lines: [eggs], point: 'ppt_003' }),
    await buy({
      who: 'acc_leader003',
      lines: [eggs],
      point: 'ppt_003',
      onBehalfOf: { name: '赵', phone: '13900000001' },
    }),
  ];
  const rare = await buy({ who: 'acc_d', lines: [apples(), { offer: 'rare', price: 700 }] });
  const weighed = await buy({ who: 'acc_e', lines: [pakChoi] });
  const unpaid = await placed();
  passCutoff();
  const { consolidationId, orders: count } = await frozen();

  // Its card is let go when the lists are frozen: those go first.
  expect(await when(lonely, ({ payment }) => payment.status === 'released')).toMatchObject({
    status: 'failed',
    failedBecause: 'group_not_formed',
    receipt: { outcome: 'refunded', reason: 'group_not_formed' },
  });
  expect(await settled(mixed)).toMatchObject({
    status: 'consolidated',
    refunded: fen(1890),
    receipt: { outcome: 'consolidated', consolidationId },
  });
  for (const id of far.slice(0, 2)) expect((await settled(id)).refunded).toEqual(fen(5000));
  expect((await order(far[2]!)).lines[0]?.group).toMatchObject({ status: 'formed' });
  expect(await settled(rare)).toMatchObject({ refunded: fen(700), status: 'consolidated' });
  expect((await reaches(unpaid, 'expired')).receipt).toMatchObject({ outcome: 'not_paid' });
  expect(count).toBe(7);
  expect(world.catalog.left('off_eggs')).toBe(1_000 - 3);
  expect(world.catalog.left('off_rare')).toBe(1_000);

  expect(await get(`/consolidations/${consolidationId}`)).toMatchObject({
    orders: 7,
    failedOrders: 1,
    pickupPoints: 2,
    groupBuysFormed: 1,
    groupBuysFailed: 1,
    weighedLinesOpen: 1,
    goodsTotal: fen(990 + 990 + 10 * 4900 + 3 * 1890 + 495),
    droppedSkus: [{ skuId: 'sku_rare', units: 1, reason: 'supplier_minimum', title: expect.anything() }],
  });
  const { items } = await get<{
    items: { lines: { skuId: string; units: number; cases: number; surplusUnits: number }[] }[];
  }>(`/consolidations/${consolidationId}/purchase-orders`);
  expect(items[0]?.lines.find(({ skuId }) => skuId === 'sku_salmon')).toMatchObject({
    units: 10,
    cases: 1,
    surplusUnits: 0,
  });
  expect(items[0]?.lines.find(({ skuId }) => skuId === 'sku_apples')).toMatchObject({
    units: 2,
    cases: 1,
    surplusUnits: 8,
  });
  const csv = await world.send(
    'get',
    `/consolidations/${consolidationId}/pickup-list?format=csv&language=en`,
    operator,
  );
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.text.startsWith('\uFEFFPickup point,Order,Recipient')).toBe(true);
  expect(csv.text).toContain("'=1+1");
  const listIn = async (name: string, language: string) =>
    (
      await world.send(
        'get',
        `/consolidations/${consolidationId}/${name}?format=csv&language=${language}`,
        operator,
      )
    ).text;
  for (const [name, zh, en] of [
    ['pickup-list', '桂花苑', 'Osmanthus Court'],
    ['sort-list', '桂花苑', 'Osmanthus Court'],
    ['purchase-orders', '农场', 'Farm'],
    ['pick-list', '农场', 'Farm'],
  ] as const) {
    expect([await listIn(name, 'en'), await listIn(name, 'zh-CN')]).toEqual([
      expect.stringContaining(`${en},`),
      expect.stringContaining(`${zh},`),
    ]);
    const shown = JSON.stringify(await get(`/consolidations/${consolidationId}/${name}`));
    expect([shown.includes(zh), shown.includes(en)]).toEqual([true, true]);
  }
  expect(csv.text).not.toMatch(/,=1/);
  expect((await world.send('get', `/consolidations/${consolidationId}`, 'acc_li')).status).toBe(403);

  // Cards without weighed goods are taken at once, for what is left.
  await until(async () => (await order(far[0]!)).payment.status === 'captured');
  expect((await order(weighed)).payment.status).toBe('authorised');
  const tasks = await get(`/consolidations/${consolidationId}/weighing-tasks`);
  expect(tasks).toMatchObject({ items: [{ orderId: weighed, nominalGrams: 500, maxChargedGrams: 550 }] });
  const weigh = (grams: number) =>
    world.send('post', `/consolidations/${consolidationId}/weights`, operator, {
      body: {
        weights: [
          { orderId: weighed, lineId: 'l1', grams },
          { orderId: lonely, lineId: 'l1', grams },
        ],
      },
    });
  expect((await weigh(480)).body).toEqual({
    recorded: 1,
    refused: [{ orderId: lonely, lineId: 'l1', code: 'NOT_FOUND' }],
  });
  expect((await weigh(480)).body).toMatchObject({ recorded: 1 });
  const recorded = (query = '') =>
    get<{ items: object[] }>(`/consolidations/${consolidationId}/recorded-weights${query}`);
  const mine = { orderId: weighed, lineId: 'l1', nominalGrams: 500, recordedGrams: 480, phoneTail: '8000' };
  expect((await recorded()).items).toMatchObject([mine]);
  expect((await recorded('?pickupPointId=ppt_001')).items).toMatchObject([mine]);
  expect((await recorded('?pickupPointId=ppt_404')).items).toEqual([]);
  const taken = await until(async () => {
    const now = await order(weighed);
    return now.payment.status === 'captured' ? now : undefined;
  });
  expect(taken.lines[0]).toMatchObject({ finalWeightGrams: 480, finalAmount: fen(432) });
  const tooLate = { orderId: weighed, lineId: 'l1', code: 'WEIGHT_ALREADY_KNOWN' };
  expect((await weigh(481)).body.refused).toContainEqual(tooLate);
  expect((await recorded()).items).toMatchObject([{ ...mine, charged: true }]);
  // What was charged can still be corrected downwards.
  expect((await weigh(470)).body).toMatchObject({ recorded: 1 });
  expect((await recorded()).items).toMatchObject([{ ...mine, recordedGrams: 470, charged: true }]);
  await settled(weighed);
  await balanced();
  const { captured, refunded } = await world.totals();
  expect(captured - refunded).toBe((await books()).moneyKept.amount);
});

test('lists are frozen before the first card is captured', async () => {
  const orders: string[] = [];
  for (let at = 0; at < 12; at += 1) orders.push(await buy({ who: `acc_a${at}`, lines: [apples()] }));
  const happened: string[] = [];
  world.onEffect((name) => {
    if (name === 'stripe.capture') happened.push(name);
  });
  world.connection.getClient().on('commandStarted', ({ commandName, command, databaseName }) => {
    const isWrite = commandName === 'insert' || commandName === 'update';
    if (isWrite && databaseName === world.connection.name && command[commandName] === 'consolidations')
      happened.push('frozen');
  });
  passCutoff();
  await frozen();
  for (const orderId of orders) await until(async () => (await order(orderId)).payment.status === 'captured');
  expect(happened.filter((what) => what === 'stripe.capture')).toHaveLength(12);
  expect(happened[0]).toBe('frozen');
});

test('the pickup list says to which door an order goes, until its account is deleted', async () => {
  const door = { kind: 'door', address: '3 幢 502' };
  await pay(await placed({ fulfilment: door, expectedTotal: fen(1490) }));
  await buy({ who: 'acc_wang', lines: [apples()] });
  passCutoff();
  const { consolidationId } = await frozen();
  const list = `/consolidations/${consolidationId}/pickup-list`;
  const addresses = async () =>
    (await get<{ items: { address?: string }[] }>(list)).items.flatMap(({ address }) => address ?? []);
  expect(await addresses()).toEqual(['3 幢 502']);
  expect((await world.send('get', `${list}?format=csv&language=en`, operator)).text).toContain(
    'to the door,3 幢 502,',
  );
  await tell('identity.account_deleted.v1', { accountId: 'acc_mei' });
  await until(async () => (await addresses()).length === 0);
});

test('goods travel, come short, are collected, and pay the leader', async () => {
  const first = await buy({ who: 'acc_a', lines: [apples(2), pakChoi] });
  world.pass(1);
  const second = await buy({ who: 'acc_b', lines: [apples(2)], method: 'alipay' });
  const own = await buy({ who: 'acc_leader001', lines: [salmon(1)] });
  const late = await buy({ who: 'acc_c', lines: [salmon(1)] });
  passCutoff();
  const { consolidationId } = await frozen();
  world.pass(600);
  await depart(consolidationId);
  await depart(consolidationId);
  await reaches(second, 'in_transit');
  await receive(consolidationId, { apples: 3, pakchoi: 1, salmon: 2 });
  await receive(consolidationId, { apples: 0 });
  expect((await reaches(first, 'ready')).lines[0]?.quantity).toEqual({
    ordered: 2,
    allocated: 2,
    received: 2,
  });
  const short = await settled(second);
  expect(short).toMatchObject({ status: 'ready', refunded: fen(990) });
  expect(short.lines[0]?.dropped).toMatchObject({ reason: 'shortage_at_handover', units: 1 });
  const decided = {
    ...{
      stopId: 'stp_1',
      routeId: 'rou_1',
      cityId: 'cit_hangzhou',
      consolidationId,
      pickupPointId: 'ppt_001',
    },
    ...{ discrepancyId: 'dis_1', skuId: 'sku_apples', payer: 'courier' as const },
    ...{ payerAccountId: 'acc_courier01', decidedBy: 'acc_boss', decidedAt: world.now().toISOString() },
  };
  for (let times = 0; times < 2; times += 1) await tell('delivery.discrepancy_decided.v1', decided);
  await until(async () => {
    const stored = (await world.orders.findOne({ _id: second })) as unknown as StoredOrder;
    const charges = stored.refunds.flatMap((refund) => refund.charges ?? []);
    expect(charges.length).toBeLessThan(2);
    return charges.some(({ payer, fen: borne }) => payer === 'courier' && borne === 990);
  });
  // Nobody weighed it: the nominal weight counts, and the card is taken.
  const taken = await until(async () => {
    const now = await order(first);
    return now.payment.status === 'captured' ? now : undefined;
  });
  expect(taken.lines[1]).toMatchObject({ finalWeightGrams: 500, finalAmount: fen(450) });
  await redeem(first);
  await redeem(first);
  await redeem(own);
  await reaches(first, 'collected');
  await reaches(own, 'collected');
  await decideOverdue(late, 'keep');
  expect((await order(late)).status).toBe('ready');
  await decideOverdue(late, 'discard');
  expect(await reaches(late, 'failed')).toMatchObject({ failedBecause: 'overdue', refunded: fen(5900) });
  await settled(late);

  // 10 % of 1980 and of 450; nothing for the leader's own salmon.
  const accrued = async () => (await books()).commissionAccrued.amount;
  await until(async () => (await accrued()) === 243);
  await shopping(() => world).grant(first, 500);
  await until(async () => (await accrued()) === 193);
  // Whoever hears the last of what was told of its money knows all of it.
  const told = await until(() => {
    const last = world.events
      .filter(({ type, key }) => type === 'orders.money_changed.v1' && key === first)
      .at(-1);
    const money = last?.data as { refunds: { status: string }[] } | undefined;
    return Promise.resolve(money?.refunds.at(-1)?.status === 'returned' ? money : undefined);
  });
  expect(told).toMatchObject({
    leaderAccountId: 'acc_leader001',
    payment: { provider: 'stripe', method: 'card', captured: fen(2430) },
    lines: [{ taken: fen(1980) }, { taken: fen(450) }],
    refunds: [{ reason: 'granted_by_operator', amount: fen(500), attempt: 1 }],
  });
  const listed = await world.app.api.answer(
    ordersInternal.listOrdersInLedger,
    { params: {}, query: { limit: '100' }, body: undefined, address: '127.0.0.1', header: () => undefined },
    { kind: 'service', service: 'settlement' },
  );
  const { items } = (listed as { body: { items: { orderId: string; money?: object }[] } }).body;
  expect(items.find(({ orderId }) => orderId === first)?.money).toMatchObject({
    ...told,
    version: expect.any(Number),
  });
  await balanced();
  world.pass(3 * 24 * 60);
  await reaches(first, 'closed');
  await until(
    async () =>
      (await get<{ items: { status: string }[] }>('/group-orders?pickupPointId=ppt_001')).items[0]?.status ===
      'picking_up',
  );
});

test('what could not be delivered and went back is refunded in whole, and the books balance', async () => {
  const weighed = await buy({ who: 'acc_a', lines: [apples(2), pakChoi] });
  const wallet = await buy({ who: 'acc_b', lines: [apples()], method: 'alipay' });
  const elsewhere = await buy({ who: 'acc_c', lines: [apples()], point: 'ppt_003' });
  passCutoff();
  const { consolidationId } = await frozen();
  await depart(consolidationId, ['ppt_001', 'ppt_003']);
  await Promise.all([weighed, wallet, elsewhere].map((id) => reaches(id, 'in_transit')));
  for (let times = 0; times < 2; times += 1) await sendBack(consolidationId);
  for (const id of [weighed, wallet])
    expect(await reaches(id, 'failed')).toMatchObject({ failedBecause: 'not_delivered' });
  expect(await settled(wallet)).toMatchObject({ refunded: fen(990) });
  expect((await order(elsewhere)).status).toBe('in_transit');
  await until(async () => (await order(weighed)).payment.status === 'released');
  await balanced();
  expect((await books()).commissionAccrued.amount).toBe(0);
});

test('a supplier that lets us down makes the next version, before anything has left', async () => {
  const both = await buy({ who: 'acc_a', lines: [apples(), salmon(1)] });
  const gone = await buy({ who: 'acc_b', lines: [salmon(1)], method: 'alipay' });
  passCutoff();
  const { consolidationId } = await frozen();
  const supersede = (skus: string[], id = consolidationId) =>
    world.send('post', `/consolidations/${id}/supersede`, operator, {
      body: { droppedSkuIds: skus, reason: '三文鱼没到货' },
    });
  expect((await supersede(['sku_none'])).status).toBe(404);
  const next = await supersede(['sku_salmon']);
  const nextId = (next.body as { consolidationId: string }).consolidationId;
  expect([next.status, next.body]).toEqual([
    201,
    expect.objectContaining({
      version: 2,
      orders: 1,
      failedOrders: 1,
      supersedes: consolidationId,
      units: 1,
    }),
  ]);
  expect((await supersede(['sku_salmon'])).body.consolidationId).toBe(nextId);
  expect((await supersede(['sku_apples'])).body.code).toBe('CONSOLIDATION_SUPERSEDED');
  expect(await get(`/consolidations/${consolidationId}`)).toMatchObject({
    supersededBy: nextId,
    orders: 2,
  });
  expect(await settled(both)).toMatchObject({
    refunded: fen(5900),
    receipt: { consolidationId: nextId },
  });
  expect(await settled(gone)).toMatchObject({ status: 'failed', failedBecause: 'supplier_shortage' });
  await until(() => world.eventsOf(nextId).includes('orders.consolidation_frozen.v1'));
  await depart(nextId);
  expect((await supersede(['sku_apples'], nextId)).body.code).toBe('ORDER_ACTION_NOT_ALLOWED');
  await balanced();
});

test('a version that another process is about to call frozen is superseded when it has', async () => {
  await buy({ who: 'acc_a', lines: [apples(), salmon(1)] });
  passCutoff();
  const { consolidationId } = await frozen();
  const closings = world.connection.collection('closings');
  const lease = { by: 'another process', until: new Date('2100-01-01') };
  await closings.updateOne({ consolidationId }, { $set: { phase: 'freezing', lease } });
  const superseding = world.send('post', `/consolidations/${consolidationId}/supersede`, operator, {
    body: { droppedSkuIds: ['sku_salmon'], reason: '三文鱼没到货' },
  });
  for (let looks = 0; looks < 10; looks += 1) await get(`/consolidations/${consolidationId}`);
  await closings.updateOne({ consolidationId }, { $set: { phase: 'frozen' }, $unset: { lease: '' } });
  const { status, body } = await superseding;
  expect([status, body]).toEqual([201, expect.objectContaining({ supersedes: consolidationId })]);
});

test('weights come too late for a version that was superseded', async () => {
  const orderId = await buy({ who: 'acc_a', lines: [pakChoi, salmon(1)] });
  passCutoff();
  const { consolidationId } = await frozen();
  const weigh = (id: string) =>
    world.send('post', `/consolidations/${id}/weights`, operator, {
      body: { weights: [{ orderId, lineId: 'l1', grams: 480 }] },
    });
  const next = await world.send('post', `/consolidations/${consolidationId}/supersede`, operator, {
    body: { droppedSkuIds: ['sku_salmon'], reason: '三文鱼没到货' },
  });
  const late = await weigh(consolidationId);
  expect([late.status, late.body.code]).toEqual([409, 'CONSOLIDATION_SUPERSEDED']);
  // As it is while the next version is being made: the order has moved, the old version does not know yet.
  const stored = world.deps.mongo.collection<{ _id: string }>('consolidations');
  await stored.updateOne({ _id: consolidationId }, { $unset: { supersededBy: '' } });
  expect((await weigh(consolidationId)).body).toMatchObject({
    refused: [{ orderId, code: 'CONSOLIDATION_SUPERSEDED' }],
  });
  const { consolidationId: nextId } = next.body as { consolidationId: string };
  expect((await weigh(nextId)).body).toEqual({ recorded: 1, refused: [] });
});

test('a leader looks after their own group, and nobody else’s', async () => {
  const leader = 'acc_leader001:leader';
  const empty = (
    await get<{
      items: {
        groupOrderId: string;
        orders: number;
      }[];
    }>('/group-orders?pickupPointId=ppt_001', leader)
  ).items;
  const { groupOrderId } = empty[0]!;
  expect(empty).toMatchObject([{ orders: 0, status: 'gathering' }]);
  const group = (path = '', who = leader) => get(`/group-orders/${groupOrderId}${path}`, who);
  expect(await group()).toMatchObject({
    orders: 0,
    pickupPointName: '桂花苑',
    pickupPointNameEn: 'Osmanthus Court',
  });
  expect(await group('', 'acc_leader003:leader')).toMatchObject({ code: 'NOT_FOUND' });
  await buy({ who: 'acc_a', lines: [eggs, apples()] });
  world.pass(1);
  await buy({ who: 'acc_leader001', lines: [eggs], onBehalfOf: { name: '赵一', phone: '13900000001' } });
  world.pass(1);
  await buy({ who: 'acc_leader001', lines: [eggs], onBehalfOf: { name: '钱二', phone: '13900000002' } });
  const full = await until(async () => {
    const now = (await group()) as { orders: number };
    return now.orders === 3 ? now : undefined;
  });
  expect(full).toMatchObject({
    shoppers: 3,
    units: 4,
    total: fen(3 * 1890 + 990),
    expectedCommission: fen(3 * 189 + 99),
    groupBuys: [{ offerId: 'off_eggs', status: 'formed', shoppers: 3, units: 3 }],
  });
  const progress = await until(() =>
    world.events.find(
      ({ type, data }) =>
        type === 'orders.group_buy_progressed.v1' && (data as { status: string }).status === 'formed',
    ),
  );
  expect(progress.data).toMatchObject({ initials: expect.arrayContaining(['王', '赵', '钱']) });
  expect(await group('/members')).toMatchObject({
    items: [{ recipientName: '钱二', forNeighbour: true }, {}, {}],
  });
  expect(await group('/products')).toMatchObject({
    items: [{ skuId: 'sku_eggs', units: 3, orders: 3 }, {}],
  });
  expect(await group('/neighbours')).toMatchObject({
    items: [{ name: '钱二' }, { name: '赵一' }],
  });
  expect(await get('/neighbourhoods/ppt_001/recent-orders')).toMatchObject({
    items: [{ initial: '钱' }, {}, {}, {}],
  });
  const key = world.newKey();
  const post = () =>
    world.send('post', `/group-orders/${groupOrderId}/messages`, leader, { body: { text: '到货了' }, key });
  expect((await post()).body.messageId).toBe((await post()).body.messageId);
  expect(await group('/messages', 'acc_a')).toMatchObject({ items: [{ text: '到货了' }] });
  expect(await group('/messages', 'acc_stranger')).toMatchObject({ code: 'NOT_FOUND' });
  await until(() => world.events.some(({ type }) => type === 'orders.group_message_posted.v1'));
  expect(offers.eggs.group?.count).toBe(3);
  const early = await world.send('post', '/consolidations', operator, { body: { cycleId: 'cyc_20260301' } });
  expect(early.body.code).toBe('CYCLE_STILL_OPEN');
});
