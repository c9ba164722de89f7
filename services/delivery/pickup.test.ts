import { anId } from '../../tests/support/anId';
import {
  aCityHarness,
  aPaidOrder,
  anOrder,
  aReadyEvent,
  aReadyOrder,
  aReceivedOrder,
  leaderOf,
  operator,
  point,
} from '../../tests/support/deliveryBuilders';
import { as, bodyOf, type DeliveryHarness, eventually } from '../../tests/support/deliveryHarness';
import { type Page } from '#shared/contracts/common';
import { type HandOut, type PickupCodeView } from '#shared/contracts/delivery/pickupViews';
import { offlineHash } from './tokens/codeFaces';
import { type SyncResult } from './usecases/pickup/syncRedemptions';
import { sweepOverdue } from './usecases/pickup/sweepOverdue';

let delivery: DeliveryHarness;
beforeEach(async () => {
  delivery = await aCityHarness();
});
afterEach(() => delivery.close());

const shopper = as('acc_shopper1');
const leader = leaderOf(1);
let keys = 0;
const redeem = (code: string, { token = leader, key = `key-${(keys += 1)}`, at = point(1) } = {}) =>
  delivery.call('post', '/redemptions', token).set('Idempotency-Key', key).send({ pickupPointId: at, code });
const lookUp = (code: string, token = leader) =>
  delivery.call('post', '/redemptions/lookup', token).send({ pickupPointId: point(1), code });
const sync = (redemptions: object[], token = leader) =>
  delivery.call('post', '/redemptions/sync', token).send({ pickupPointId: point(1), redemptions });
/** Right check digits, and no order has them. */
const wrongCodes = [
  '00000000',
  '00000018',
  '00000026',
  '00000034',
  '00000042',
  '00000059',
  '00000067',
  '00000075',
];

test('a paid order has a code that only its shopper sees, and that opens nothing before the goods are there', async () => {
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_1'));
  await delivery.call('get', '/pickup-codes/ord_1', as('acc_shopper2')).expect(404);
  const code = await bodyOf<PickupCodeView>(delivery.call('get', '/pickup-codes/ord_1', shopper).expect(200));
  expect(code).toMatchObject({ status: 'waiting', digits: expect.stringMatching(/^[0-9]{8}$/) });
  expect((await delivery.call('get', '/pickup-codes/ord_1', shopper)).body.digits).toBe(code.digits);
  expect((await redeem(code.digits)).body.code).toBe('PICKUP_NOT_READY');
});

test('goods that were counted without a signal wait since they were counted, wherever it is told', async () => {
  const countedAt = new Date('2026-03-02T02:00:00.000Z');
  await aReceivedOrder(delivery, 'ord_1');
  delivery.clock.now = new Date('2026-03-02T09:00:00.000Z');
  await delivery.tell('orders.ready.v1', aReadyEvent('ord_1', countedAt));
  const { body: code } = await delivery.call('get', '/pickup-codes/ord_1', shopper).expect(200);
  expect(code).toMatchObject({ readyAt: countedAt.toISOString(), collectBefore: '2026-03-04T02:00:00.000Z' });
  const { body: tracked } = await delivery.call('get', '/tracking/orders/ord_1', shopper).expect(200);
  expect(tracked).toMatchObject({
    changedAt: countedAt.toISOString(),
    timeline: expect.arrayContaining([{ status: 'ready', at: countedAt.toISOString() }]),
  });
});

test.each(['digits', 'qr'] as const)(
  'a ready order is redeemed once by its %s, at its own pickup point',
  async (face) => {
    const code = await aReadyOrder(delivery, 'ord_1');
    expect((await lookUp(code[face]).expect(200)).body).toMatchObject({
      orderId: 'ord_1',
      recipientName: '张三',
      lines: [{ units: 2, title: { zh: '青菜' } }],
    });
    expect((await redeem(code[face], { token: leaderOf(2), at: point(2) })).body.code).toBe(
      'PICKUP_CODE_WRONG',
    );
    await redeem(code[face], { token: leaderOf(2) }).expect(404);
    const { body: first } = await redeem(code[face], { key: 'once' }).expect(201);
    expect((await redeem(code[face], { key: 'once' }).expect(201)).body.redemptionId).toBe(
      first.redemptionId,
    );
    expect((await redeem(code[face])).body).toMatchObject({ code: 'PICKUP_CODE_USED', orderId: 'ord_1' });
    const events = await eventually(() => {
      const heard = delivery.heardOf('delivery.order_redeemed.v1');
      return heard.length > 0 && heard;
    });
    expect(events).toHaveLength(1);
    expect(events[0]?.data).toMatchObject({ orderId: 'ord_1', byProxy: false });
  },
);

test('exactly one of many redemptions at the same time wins', async () => {
  const code = await aReadyOrder(delivery, 'ord_1');
  const replies = await Promise.all(Array.from({ length: 4 }, () => redeem(code.digits)));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
});

test.each([
  ['by hand', (code: string) => redeem(code).expect(201)],
  [
    'after a time without a signal',
    (code: string) => sync([{ key: 'phone-key-1', code, at: delivery.clock.now.toISOString() }]),
  ],
])('an order that is there is handed out %s, though the message of it is late', async (_, handOut) => {
  await aReceivedOrder(delivery, 'ord_1');
  const { digits } = await bodyOf<PickupCodeView>(delivery.call('get', '/pickup-codes/ord_1', shopper));
  expect((await lookUp(digits).expect(200)).body.lines).toMatchObject([{ units: 2 }]);
  await handOut(digits);
  const { body } = await delivery.call('get', '/pickup-codes/ord_1', shopper);
  expect(body.status).toBe('redeemed');
});

test('what is brought to the door says where, until its account is deleted', async () => {
  await aReceivedOrder(delivery, 'ord_1', 'ambient', { fulfilment: 'door', address: '3 幢 502' });
  const ownCode = () => bodyOf<PickupCodeView>(delivery.call('get', '/pickup-codes/ord_1', shopper));
  const { digits } = await ownCode();
  expect((await lookUp(digits).expect(200)).body).toMatchObject({ fulfilment: 'door', address: '3 幢 502' });
  expect(await ownCode()).toMatchObject({ status: 'ready', fulfilment: 'door' });
  const handOuts = () => delivery.call('get', `/pickup-points/${point(1)}/hand-outs?state=ready`, leader);
  expect((await handOuts()).body.items).toMatchObject([{ address: '3 幢 502' }]);
  await delivery.tell('identity.account_deleted.v1', { accountId: 'acc_shopper1' });
  expect((await handOuts()).body.items[0].address).toBeUndefined();
});

test('a proxy has digits of their own, one at a time, until they are taken back', async () => {
  const code = await aReadyOrder(delivery, 'ord_1');
  const proxy = (key = `key-${(keys += 1)}`) =>
    delivery
      .call('put', '/pickup-codes/ord_1/proxy', shopper)
      .set('Idempotency-Key', key)
      .send({ name: '小王' });
  const newDigits = async (key?: string) =>
    (await bodyOf<PickupCodeView>(proxy(key).expect(200))).proxy!.digits;
  const [first, second] = [await newDigits(), await newDigits()];
  expect(new Set([code.digits, first, second]).size).toBe(3);
  expect(await newDigits('asked-twice')).toBe(await newDigits('asked-twice'));
  expect((await redeem(first)).body.code).toBe('PICKUP_CODE_WRONG');
  await delivery.call('delete', '/pickup-codes/ord_1/proxy', shopper).expect(200);
  expect((await redeem(second)).body.code).toBe('PICKUP_CODE_WRONG');
  expect((await redeem(await newDigits()).expect(201)).body).toMatchObject({
    byProxy: true,
    handOut: { redeemed: { proxyName: '小王' } },
  });
  await proxy().expect(409);
});

test('without a signal: the list checks codes, and two phones that redeemed the same order are told who won', async () => {
  const one = await aReadyOrder(delivery, 'ord_1');
  const two = await aReadyOrder(delivery, 'ord_2');
  const list = await bodyOf<{ items: { orderId: string; salt: string; codeHash: string }[] }>(
    delivery.call('get', `/pickup-points/${point(1)}/hand-out-list`, leader).expect(200),
  );
  const entry = list.items.find(({ orderId }) => orderId === 'ord_1')!;
  expect(entry.codeHash).toBe(offlineHash(entry.salt, one.digits));
  expect(await delivery.collections.codes.findOne({ _id: anId('ord_1') })).toMatchObject({
    codeHash: entry.codeHash,
  });
  expect(JSON.stringify(list)).not.toContain(one.digits);

  const at = delivery.clock.now.toISOString();
  const mine = [
    { key: 'phone-a-1', code: one.digits, at },
    { key: 'phone-a-2', code: two.qr, at },
    { key: 'phone-a-3', code: '00000000', at },
    { key: 'phone-a-4', code: '12345', at },
  ];
  const outcomes = async (list: object[]) =>
    (await bodyOf<{ results: SyncResult[] }>(sync(list).expect(200))).results.map(({ outcome }) => outcome);
  await sync(mine).expect(400);
  const good = mine.slice(0, 3);
  const [first, again] = await Promise.all([outcomes(good), outcomes(good)]);
  expect(first).toEqual(['redeemed', 'redeemed', 'wrong_code']);
  expect(again).toEqual(first);
  expect(await outcomes([{ key: 'phone-b-1', code: one.qr, at }])).toEqual(['already_redeemed']);
  await eventually(() => delivery.heardOf('delivery.order_redeemed.v1').length === 2);
});

test('whoever guesses is locked out, longer each time; typing errors are free; the right code then waits too', async () => {
  const code = await aReadyOrder(delivery, 'ord_1');
  for (let times = 0; times < 20; times += 1)
    expect((await redeem('12345678')).body.code).toBe('PICKUP_CODE_WRONG');
  for (const wrong of wrongCodes) expect((await redeem(wrong)).body.code).toBe('PICKUP_CODE_WRONG');
  expect((await redeem(code.digits).expect(429)).body).toMatchObject({ code: 'PICKUP_LOCKED' });
  delivery.clock.now = new Date(delivery.clock.now.getTime() + 61_000);
  expect((await redeem('00000083')).body.code).toBe('PICKUP_CODE_WRONG');
  delivery.clock.now = new Date(delivery.clock.now.getTime() + 61_000);
  await redeem(code.digits).expect(429);
  delivery.clock.now = new Date(delivery.clock.now.getTime() + 61_000);
  await redeem(code.digits).expect(201);
});

test('a redemption that is sent both at once and later counts once, whichever way came first', async () => {
  const at = delivery.clock.now.toISOString();
  const both = {
    now: (code: string, key: string) => redeem(code, { key }).expect(201),
    later: async (code: string, key: string) => {
      const { results } = await bodyOf<{ results: SyncResult[] }>(sync([{ key, code, at }]).expect(200));
      expect(results).toEqual([expect.objectContaining({ outcome: 'redeemed' })]);
      return { body: results[0] };
    },
  };
  for (const [first, second] of [['now', 'later'] as const, ['later', 'now'] as const]) {
    const { digits } = await aReadyOrder(delivery, `ord_${first}`);
    const key = `phone-a-${first}`;
    const { body: once } = await both[first](digits, key);
    const { body: twice } = await both[second](digits, key);
    expect(twice?.redemptionId).toBe(once?.redemptionId);
  }
  await delivery.flush();
  expect(delivery.heardOf('delivery.order_redeemed.v1')).toHaveLength(2);
});

test('a key that handed out one order hands out no other, at once or later', async () => {
  const [one, two] = [await aReadyOrder(delivery, 'ord_1'), await aReadyOrder(delivery, 'ord_2')];
  const key = 'phone-a-1';
  const replies = await Promise.all([one, two].map(({ digits }) => redeem(digits, { key })));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  const [done, other] = replies[0]?.status === 201 ? [one, two] : [two, one];
  expect((await redeem(other.digits, { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await redeem(done.qr, { key }).expect(201)).body.orderId).toBe(done.orderId);
  const at = delivery.clock.now.toISOString();
  const { results } = await bodyOf<{ results: SyncResult[] }>(
    sync([
      { key, code: other.digits, at },
      { key: 'phone-a-2', code: other.digits, at },
    ]).expect(200),
  );
  expect(results).toMatchObject([{ outcome: 'key_reused' }, { outcome: 'redeemed', orderId: other.orderId }]);
});

test('a QR code for other digits or another order cannot be made up', async () => {
  const one = await aReadyOrder(delivery, 'ord_1');
  const two = await aReadyOrder(delivery, 'ord_2');
  const [mark, , , signature] = one.qr.split('.');
  expect((await redeem(`${mark}.ord_2.${two.digits}.${signature}`)).body.code).toBe('PICKUP_CODE_WRONG');
  expect((await redeem(`${mark}.ord_1.${one.digits}.`)).body.code).toBe('PICKUP_CODE_WRONG');
});

test('chilled goods are overdue at 22:00 city time, ambient ones after 48 hours; a decision is told once', async () => {
  await aReadyOrder(delivery, 'ord_cold', 'chilled');
  await aReadyOrder(delivery, 'ord_dry');
  const overdue = async () =>
    (
      await bodyOf<Page<HandOut>>(
        delivery.call('get', `/pickup-points/${point(1)}/hand-outs?state=overdue`, leader).expect(200),
      )
    ).items.map(({ orderId }) => orderId);
  const sweep = () => sweepOverdue(delivery.useCases(), delivery.clock.now);

  delivery.clock.now = new Date('2026-03-02T13:59:00.000Z');
  await sweep();
  expect(await overdue()).toEqual([]);
  delivery.clock.now = new Date('2026-03-02T14:00:00.000Z');
  await sweep();
  await sweep();
  expect(await overdue()).toEqual(['ord_cold']);
  delivery.clock.now = new Date('2026-03-04T00:00:00.000Z');
  await sweep();
  expect(await overdue()).toEqual(['ord_cold', 'ord_dry']);

  const decide = (orderId: string, kind: string, token = leader) =>
    delivery.call('post', `/pickup-points/${point(1)}/overdue/${orderId}/decision`, token).send({ kind });
  await decide('ord_cold', 'discard', leaderOf(2)).expect(404);
  await decide('ord_cold', 'discard').expect(200);
  await decide('ord_cold', 'discard').expect(200);
  await decide('ord_cold', 'keep').expect(409);
  expect((await decide('ord_dry', 'keep', operator).expect(200)).body.overdueSince).toBeUndefined();
  expect(await overdue()).toEqual([]);
  await delivery.flush();
  expect(delivery.heardOf('delivery.order_overdue.v1')).toHaveLength(2);
  expect(
    delivery.heardOf('delivery.overdue_decided.v1').map(({ data }) => (data as { kind: string }).kind),
  ).toEqual(['discard', 'keep']);
});

test('orders being away delays the news that goods are ready, and loses nothing', async () => {
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_1'));
  delivery.others.down = true;
  const ready = aReadyOrder(delivery, 'ord_1');
  await eventually(() => delivery.others.calls.filter((id) => id === 'orders.getOrderToHandOut').length > 2);
  expect((await delivery.call('get', '/pickup-codes/ord_1', shopper)).body.status).toBe('waiting');
  delivery.others.down = false;
  expect((await ready).status).toBe('ready');
});

test('what is cancelled opens nothing, and a deleted account leaves no name', async () => {
  const code = await aReadyOrder(delivery, 'ord_1');
  await delivery.tell('identity.account_deleted.v1', { accountId: 'acc_shopper1' });
  expect((await lookUp(code.digits)).body).toMatchObject({ recipientName: '–', phoneTail: '' });
  await delivery.tell('orders.failed.v1', { ...anOrder('ord_1', 5), reason: 'granted_by_operator' });
  expect((await redeem(code.digits)).body.code).toBe('PICKUP_CODE_WRONG');
});
