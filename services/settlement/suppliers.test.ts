import { type PurchaseOrderId } from '#shared/contracts/ids';
import { type SupplierOrder, SupplierStatement } from '#shared/contracts/settlement/supplierViews';
import { anId } from '../../tests/support/anId';
import { cycleId, dairy, farm, type SuppliersWorld, suppliersWorld } from '../../tests/support/suppliers';
import { supplierAccount } from './domain/ledger/account';
import { purchaseOrderIdOf } from './domain/suppliers/makePurchaseOrder';
import { buyForRound } from './usecases/suppliers/buyForRound';
import { sweepMail } from './usecases/suppliers/sendDueMail';

let world: SuppliersWorld;
let keys = 0;
beforeAll(async () => {
  world = await suppliersWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.moveTo('2026-03-01T15:06:00.000Z');
  world.post.up = true;
  world.mails.length = 0;
  world.costs.clear();
  for (const collection of await world.connection.db!.collections())
    if (!/kept|secret|migration/.test(collection.collectionName)) await collection.deleteMany({});
});

const newKey = () => `key-${(keys += 1)}`;
const farmOrder = purchaseOrderIdOf(cycleId, farm);
const path = (id: PurchaseOrderId = farmOrder) => `/supplier-purchases/${id}`;
const both = {
  [farm]: [
    ['sku_apple', 12],
    ['sku_kale', 5],
  ],
  [dairy]: [['sku_milk', 20]],
} as const;

const buy = (version: number, purchases: Parameters<SuppliersWorld['frozen']>[1]) =>
  buyForRound(world.process(), world.frozen(version, purchases), world.now());
const order = async (id?: PurchaseOrderId) => (await world.get(path(id))).body as SupplierOrder;
const all = async () =>
  (await world.get(`/supplier-purchases?cycleId=${cycleId}`)).body.items as {
    supplierId: string;
    state: string;
  }[];
const receive = (lines: object[], { id = farmOrder, key = newKey() } = {}) =>
  world.send('post', `${path(id)}/receipts`, { lines }, key);
const owed = () => world.process().ledger.balance(supplierAccount(farm));
const apples = (units: number) => ({ skuId: 'sku_apple', units });

describe('purchase orders', () => {
  test('are one for each supplier and round, with the cost of that moment, however often they are told of', async () => {
    await buy(1, both);
    world.costs.set('sku_apple', 900);
    await Promise.all([buy(1, both), buy(1, both)]);
    expect(await all()).toHaveLength(2);
    expect(await order()).toMatchObject({
      ...{ state: 'to_send', supplierId: farm, pickupDate: '2026-03-02', orderedOn: '2026-03-01' },
      neededBy: '2026-03-01T22:00:00.000Z',
      total: { amount: 30 * 500 },
      lines: [
        { skuId: 'sku_apple', wantedUnits: 12, cases: 2, units: 20, unitCost: { amount: 500 } },
        { skuId: 'sku_kale', wantedUnits: 5, cases: 1, units: 10 },
      ],
    });
  });

  test('follow the newest version: lines change, whoever was mailed is told, and nothing is bought from who fell out', async () => {
    await buy(1, both);
    await world.send('post', `${path()}/send`, {}, newKey());
    await buy(2, { [farm]: [['sku_apple', 12]] });
    // The first version comes once more, late.
    await buy(1, both);
    expect((await all()).map(({ state }) => state).sort()).toEqual(['cancelled', 'sent']);
    const changed = await order();
    expect(changed.lines).toHaveLength(1);
    expect(changed.changes).toMatchObject([{ lines: [{ skuId: 'sku_kale', before: 10, after: 0 }] }]);
    await sweepMail(world.process());
    expect(world.mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Lintuan purchase order:'),
      expect.stringContaining('changed'),
    ]);
  });

  test('told of in the wrong order, they are what the newest version buys', async () => {
    await buy(2, { [farm]: [['sku_apple', 12]] });
    await buy(1, both);
    expect(await all()).toMatchObject([{ supplierId: farm, state: 'to_send' }]);
  });
});

describe('sending', () => {
  beforeEach(() => buy(1, both));

  test('a mail leaves once for one request, and is tried again while the mail server is away', async () => {
    world.post.up = false;
    const key = newKey();
    const waits = await world.send('post', `${path()}/send`, {}, key);
    expect(waits.body).toMatchObject({ state: 'sent', mailFails: true });
    await world.send('post', `${path()}/send`, {}, key);
    world.post.up = true;
    world.pass(3_600_000);
    await sweepMail(world.process());
    await sweepMail(world.process());
    expect(world.mails).toHaveLength(1);
    expect(world.mails[0]).toMatchObject({ to: 'farm@example.com' });
    expect(await order()).toMatchObject({
      mailFails: false,
      sendings: [{ by: 'mail', leftAt: expect.any(String) }],
    });
  });

  const changed = async (version: number, purchases: Parameters<typeof buy>[1]) => {
    await buy(version, purchases);
    await sweepMail(world.process());
  };
  const send = (to?: string) =>
    world.send('post', `${path()}/send`, to === undefined ? {} : { to }, newKey());

  test('a mail about changes has all that changed since the last one, and all that is needed', async () => {
    await send();
    world.post.up = false;
    await changed(2, { [farm]: [...both[farm]!.slice(1), ['sku_apple', 25]] });
    await changed(3, { [farm]: [['sku_apple', 25]] });
    world.post.up = true;
    world.pass(3_600_000);
    await sweepMail(world.process());
    const { subject, text } = world.mails.at(-1)!;
    expect(subject).toContain('changed');
    expect(text.split('\n').filter((line) => line.startsWith('·'))).toEqual([
      '· sku_apple / sku_apple: 20 → 30',
      '· sku_kale / sku_kale: 10 → 0',
      '· sku_apple / sku_apple: 30',
    ]);
    await send('new@example.com');
    expect(world.mails.at(-1)).toMatchObject({ to: 'new@example.com' });
    expect(world.mails.at(-1)!.text).not.toContain('→');
    expect(world.mails.at(-1)!.text).toContain('· sku_apple / sku_apple: 30');
  });

  test('once its link is withdrawn no mail gives out another by itself, but that nothing is needed is told', async () => {
    await send();
    await world.send('delete', `${path()}/link`);
    await changed(2, { [farm]: [['sku_apple', 25]] });
    expect(world.mails).toHaveLength(1);
    expect((await order()).linkEndsAt).toBeUndefined();
    await send();
    await changed(3, both);
    expect(world.mails).toHaveLength(3);
    await world.send('delete', `${path()}/link`);
    world.post.up = false;
    await changed(4, {});
    world.post.up = true;
    world.pass(3_600_000);
    await sweepMail(world.process());
    expect(world.mails).toHaveLength(4);
    expect(world.mails[3]!.subject).toContain('cancelled');
    expect(world.mails[3]!.text).not.toContain('https://');
    await changed(5, both);
    expect(world.mails).toHaveLength(4);
  });

  test('a supplier without address has a link', async () => {
    const id = purchaseOrderIdOf(cycleId, dairy);
    const { body } = await world.send('post', `${path(id)}/send`, {}, newKey());
    expect(body.code).toBe('SUPPLIER_HAS_NO_EMAIL');
    const { body: link } = await world.send('post', `${path(id)}/link`);
    expect(link.url).toMatch(new RegExp(`^https://shop.example/api/supplier-orders/${id}/`));
    expect((await order(id)).state).toBe('sent');
  });
});

describe('the supplier’s page', () => {
  let page: string;
  const link = async () => {
    const { body } = await world.send('post', `${path()}/link`);
    return String(body.url).replace('https://shop.example/api', '');
  };
  const answer = (form: object, at = page) => world.http.post(at).type('form').send(form);
  beforeEach(async () => {
    await buy(1, both);
    page = await link();
  });

  test('opens without signing in, in both languages, and says that it was seen', async () => {
    const { status, text, headers } = await world.http.get(page).set('Accept-Language', 'en');
    expect([status, headers['referrer-policy'], headers['cache-control']]).toEqual([
      200,
      'no-referrer',
      'no-store',
    ]);
    expect(text).toContain('Purchase order');
    expect(text).not.toMatch(/<script|acc_/);
    expect((await world.http.get(`${page}?lang=zh-CN`)).text).toContain('全部能到');
    expect((await order()).state).toBe('seen');
  });

  test('takes an answer and its correction, until goods come', async () => {
    expect((await answer({ seen: '1', all: 'yes' })).status).toBe(303);
    expect((await order()).state).toBe('confirmed');
    const less = { seen: '1', 'units.sku_apple': '9', 'units.sku_kale': '10', note: '霜冻' };
    expect((await answer(less)).status).toBe(303);
    expect(await order()).toMatchObject({
      ...{ state: 'short', missingUnits: 3 },
      lines: [
        { comingUnits: 9, missingUnits: 3 },
        { comingUnits: 10, missingUnits: 0 },
      ],
      answers: [{ by: 'supplier' }, { by: 'supplier', note: '霜冻' }],
    });
    await receive([apples(9)]);
    expect((await answer({ seen: '1', all: 'yes' })).status).toBe(409);
    expect((await order()).answers).toHaveLength(2);
  });

  test.each([
    ['more than ordered', { 'units.sku_apple': '21' }],
    ['no number', { 'units.sku_apple': 'some' }],
    ['less than nothing', { 'units.sku_apple': '-1' }],
    ['goods that nobody ordered', { 'units.sku_other': '1' }],
    ['what was seen before it changed', { seen: '0', all: 'yes' }],
  ])('refuses %s, and nothing changes', async (_what, form) => {
    const { status, text } = await answer({ seen: '1', ...form });
    expect([404, 409]).toContain(status);
    expect(text).toContain('</html>');
    expect((await order()).answers).toEqual([]);
  });

  test('is not there for a link that was forged, is another order’s, has ended or was withdrawn', async () => {
    const other = purchaseOrderIdOf(cycleId, dairy);
    const forged = [
      `${page.slice(0, -4)}AAAA`,
      page.slice(0, -1),
      page.replace(farmOrder, other),
      page.replace(farmOrder, anId('pur_nobody')),
      page.replace(farmOrder, 'no-id'),
    ];
    for (const one of forged) expect((await world.http.get(one)).status).toBe(404);
    expect((await world.http.get(page)).status).toBe(200);
    await world.send('delete', `${path()}/link`);
    expect((await world.http.get(page)).status).toBe(404);
    expect((await answer({ seen: '1', all: 'yes' })).status).toBe(404);
    const renewed = await link();
    expect(renewed).not.toBe(page);
    expect((await world.http.get(renewed)).status).toBe(200);
    world.moveTo('2026-03-20T00:00:00.000Z');
    expect((await world.http.get(renewed)).status).toBe(404);
    expect((await order()).answers).toEqual([]);
  });
});

describe('receiving', () => {
  beforeEach(() => buy(1, both));

  test('adds up to what was ordered and no further, and is owed at the cost of the order', async () => {
    const key = newKey();
    expect((await receive([apples(12)], { key })).status).toBe(201);
    expect((await receive([apples(12)], { key })).body.receipts).toHaveLength(1);
    expect((await receive([apples(9)])).body.code).toBe('RECEIPT_EXCEEDS_ORDER');
    expect((await receive([apples(5), apples(4)])).body.code).toBe('RECEIPT_EXCEEDS_ORDER');
    const { body } = await receive([{ ...apples(8), lotId: 'lot_apple', grams: 4_000 }]);
    expect(body).toMatchObject({ state: 'partly_received', received: { amount: 20 * 500 } });
    expect(body.receipts[1].lines[0]).toMatchObject({
      lotCode: 'B7',
      bestBefore: '2026-03-09',
      grams: 4_000,
    });
    expect(await owed()).toBe(20 * 500);
    expect((await receive([{ skuId: 'sku_kale', units: 10 }])).body.state).toBe('received');
    expect((await receive([{ skuId: 'sku_kale', units: 1, lotId: 'lot_apple' }])).body.code).toBe(
      'LOT_NOT_OF_GOODS',
    );
  });

  test('goods of as many lots as a receipt has lines', async () => {
    const skuIds = Array.from({ length: 201 }, (_, at) => `sku_${at}`);
    await buy(2, { [farm]: skuIds.map((skuId) => [skuId, 1] as const) });
    const lines = skuIds.map((skuId) => ({ skuId, units: 1, lotId: skuId.replace('sku_', 'lot_') }));
    const { status, body } = await receive(lines);
    expect([status, body.receipts?.[0].lines.length]).toEqual([201, 201]);
  });

  test('what came at once by two people is received once as far as it was ordered', async () => {
    const outcomes = await Promise.all([receive([apples(15)]), receive([apples(15)])]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await owed()).toBe(15 * 500);
  });

  test('cold goods need a temperature, and warm ones somebody who takes them', async () => {
    const id = purchaseOrderIdOf(cycleId, dairy);
    const milk = (more: object) => receive([{ skuId: 'sku_milk', units: 20, ...more }], { id });
    expect((await milk({})).body.code).toBe('TEMPERATURE_MISSING');
    expect((await milk({ celsius: 9 })).body).toMatchObject({ code: 'GOODS_TOO_WARM', limit: 8 });
    expect((await order(id)).receipts).toEqual([]);
    const { body } = await milk({ celsius: 9, warmAccepted: true });
    expect(body.receipts[0].lines[0]).toMatchObject({ celsius: 9, warm: true });
  });

  test('is corrected by its difference, with a reason, in goods and money', async () => {
    const { body } = await receive([apples(20)]);
    const [{ receiptId }] = body.receipts;
    const correct = (units: number, key = newKey()) =>
      world.send(
        'post',
        `${path()}/receipts/${receiptId}/corrections`,
        { lines: [apples(units)], reason: '烂了' },
        key,
      );
    const key = newKey();
    expect((await correct(18, key)).status).toBe(201);
    expect((await correct(18, key)).body.receipts).toHaveLength(2);
    expect((await correct(18)).body.code).toBe('NOTHING_TO_CORRECT');
    expect((await correct(21)).body.code).toBe('RECEIPT_EXCEEDS_ORDER');
    expect((await order()).receipts).toMatchObject([
      { cost: { amount: 10_000 } },
      { corrects: receiptId, reason: '烂了', cost: { amount: -1_000 }, lines: [{ units: -2 }] },
    ]);
    expect(await owed()).toBe(18 * 500);
  });
});

describe('a supplier’s account', () => {
  const account = `/supplier-accounts/${farm}`;
  const pay = (amount: number, more: object = {}, key = newKey()) =>
    world.send(
      'post',
      `${account}/payments`,
      { amount: { amount, currency: 'CNY' }, paidOn: '2026-03-01', reference: 'B-1', ...more },
      key,
    );
  const period = 'from=2026-03-01&to=2026-03-02';
  beforeEach(async () => {
    await buy(1, both);
    await receive([apples(20)]);
  });

  test('is paid no more than is owed, once for one request, and two payments at once follow one another', async () => {
    expect((await pay(10_001)).body).toMatchObject({ code: 'PAYMENT_ABOVE_OWED', owedFen: 10_000 });
    expect((await pay(1, { paidOn: '2026-03-05' })).body.code).toBe('PAYMENT_DAY_AHEAD');
    expect((await pay(0)).body.code).toBe('MALFORMED_REQUEST');
    const outcomes = await Promise.all([pay(6_000), pay(6_000)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409]);
    const key = newKey();
    await pay(1_000, {}, key);
    await pay(1_000, {}, key);
    expect(await owed()).toBe(3_000);
  });

  test('a payment is reversed once, and the reversal is none to reverse', async () => {
    const { body } = await pay(6_000);
    const reverse = (id: string) =>
      world.send('post', `${account}/payments/${id}/reverse`, { reason: '退回' });
    const first = await reverse(String(body.paymentId));
    expect((await reverse(String(body.paymentId))).body.paymentId).toBe(first.body.paymentId);
    expect((await reverse(String(first.body.paymentId))).body.code).toBe('PAYMENT_IS_REVERSAL');
    expect(await owed()).toBe(10_000);
    const { items } = (await world.get(`${account}/payments`)).body;
    expect(items).toMatchObject([{ reverses: body.paymentId }, { reversedBy: first.body.paymentId }]);
  });

  test('a statement sums to the ledger, and every line leads to its receipt or payment', async () => {
    const receiptId = (await order()).receipts[0]!.receiptId;
    await world.send(
      'post',
      `${path()}/receipts/${receiptId}/corrections`,
      { lines: [apples(18)], reason: '烂了' },
      newKey(),
    );
    await pay(4_000);
    world.moveTo('2026-03-03T01:00:00.000Z');
    const statement = SupplierStatement.parse((await world.get(`${account}/statement?${period}`)).body);
    expect(statement).toMatchObject({
      openingOwed: { amount: 0 },
      ordered: { units: 30, total: { amount: 15_000 } },
      delivered: { amount: 9_000 },
      short: { units: 12, total: { amount: 6_000 } },
      ...{ claims: { amount: 0 }, other: { amount: 0 }, paid: { amount: 4_000 } },
      closingOwed: { amount: 5_000 },
      purchaseOrders: [{ purchaseOrderId: farmOrder, delivered: { units: 18, total: { amount: 9_000 } } }],
    });
    expect(statement.closingOwed.amount).toBe(await owed());
    const lines = (await world.get(`${account}/statement-lines?${period}`)).body.items as {
      kind: string;
      amount: { amount: number };
    }[];
    expect(lines.map(({ kind }) => kind).sort()).toEqual(['corrected', 'delivered', 'paid']);
    expect(lines.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(5_000);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ purchaseOrderId: farmOrder, receiptId, units: 20 }),
        expect.objectContaining({ kind: 'paid', reference: 'B-1', paymentId: expect.any(String) }),
      ]),
    );
  });

  test.each([
    ['that is not over', 'from=2026-03-01&to=2026-03-01', 'PERIOD_NOT_OVER'],
    ['that ends before it begins', 'from=2026-02-02&to=2026-02-01', 'PERIOD_TOO_LONG'],
    ['of more than 31 days', 'from=2026-01-01&to=2026-02-01', 'PERIOD_TOO_LONG'],
  ])('a statement of a period %s is refused', async (_what, query, code) => {
    expect((await world.get(`${account}/statement?${query}`)).body.code).toBe(code);
  });

  test('is nobody’s but the operators’', async () => {
    for (const one of [account, `${account}/statement?${period}`, path(), '/supplier-accounts'])
      expect((await world.get(one, 'leader')).body.code).toBe('NOT_ALLOWED');
  });
});
