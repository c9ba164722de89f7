import { operator } from '../../tests/support/orders/afterCutoff';
import { anOffer } from '../../tests/support/orders/fakeCatalog';
import { anOrderWish, fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

let world: OrdersWorld;
beforeEach(async () => {
  world = await ordersWorld();
  await world.app.start();
});
afterEach(() => world.close());

const {
  place,
  placed,
  pay,
  cancel,
  payment,
  grant,
  failedRefunds,
  when,
  reaches,
  settled,
  intentOf,
  payByHand,
} = shopping(() => world);
/** Minutes from the start of the test (10:00) to cutoff (15:00). */
const toCutoff = 300;

describe('an order that nobody pays', () => {
  test('expires with its hold, and gives the stock back', async () => {
    const before = world.catalog.left('off_apples');
    const orderId = await placed();
    world.pass(16);
    const expired = await reaches(orderId, 'expired');
    expect([expired.actions, expired.receipt]).toEqual([['reorder'], undefined]);
    await until(() => world.catalog.left('off_apples') === before);
    await until(() => world.eventsOf(orderId).includes('orders.expired.v1'));
    expect((await pay(orderId)).body.code).toBe('PAYMENT_WINDOW_CLOSED');
  });

  test('cancels its intent first', async () => {
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    world.pass(16);
    await reaches(orderId, 'expired');
    const intent = await world.sandbox.stripe.paymentIntents.retrieve(await intentOf(orderId));
    expect(intent.status).toBe('canceled');
  });

  test('that was paid after all, unnoticed, is fulfilled', async () => {
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    await payByHand(orderId);
    world.pass(16);
    world.catalog.expire(orderId);
    await reaches(orderId, 'paid');
    expect(world.catalog.reservations.get(orderId)?.status).toBe('confirmed');
  });

  test('that was paid after all, but is sold out meanwhile, goes back whole and says why', async () => {
    await world.listenToStripe();
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    await payByHand(orderId);
    world.pass(16);
    world.catalog.expire(orderId);
    world.catalog.setStock('off_apples', 0);
    const failed = await settled(orderId);
    expect([failed.status, failed.failedBecause]).toEqual(['failed', 'out_of_stock_after_payment']);
    expect(failed.refunds[0]).toMatchObject({
      amount: fen(990),
      way: 'returned',
      reason: 'out_of_stock_after_payment',
    });
    expect(await world.totals()).toEqual({ authorised: 0, captured: 990, refunded: 990 });
    await until(() => world.eventsOf(orderId).includes('orders.refunded.v1'));
    const told = world.eventsOf(orderId).filter((type) => type !== 'orders.money_changed.v1');
    expect(told).toEqual(['orders.failed.v1', 'orders.refunded.v1']);
  });
});

describe('around cutoff', () => {
  test('a payment begun before may finish within the time of grace', async () => {
    world.pass(toCutoff - 1);
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    world.pass(5);
    await payByHand(orderId);
    // The closing may take it up at once.
    await until(() => world.eventsOf(orderId).includes('orders.paid.v1'));
  });

  test('after it no payment begins, and nothing is placed or cancelled; a repetition still gives its order', async () => {
    world.pass(toCutoff - 1);
    const placing = (key: string) => place(anOrderWish(), { key });
    const first = await placing('late');
    const paid = await placed();
    await pay(paid);
    world.pass(1);
    expect((await placing('late')).body.orderId).toBe(first.body.orderId);
    expect((await placing('later')).body.code).toBe('CYCLE_CLOSED');
    expect((await pay(first.body.orderId)).body.code).toBe('PAYMENT_WINDOW_CLOSED');
    expect((await cancel(paid)).body.code).toBe('CYCLE_CLOSED');
    const expired = await reaches(first.body.orderId, 'expired');
    expect(expired.receipt?.outcome).toBe('not_paid');
  });

  test('money that comes after the time of grace goes back whole, and says why', async () => {
    await world.close();
    // Nobody looks after what is due: the money comes before the order was ended.
    world = await ordersWorld({ sweepMs: 3_600_000 });
    await world.app.start();
    await world.listenToStripe();
    world.pass(toCutoff - 1);
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    world.pass(7);
    await payByHand(orderId);
    const failed = await settled(orderId);
    expect(failed).toMatchObject({
      status: 'failed',
      failedBecause: 'paid_too_late',
      receipt: { outcome: 'refunded', reason: 'paid_too_late' },
      refunds: [{ amount: fen(990), way: 'returned' }],
    });
    expect(await world.totals()).toEqual({ authorised: 0, captured: 990, refunded: 990 });
    expect(world.catalog.reservations.get(orderId)?.status).toBe('released');
  });
});

describe('cancelling', () => {
  test('an unpaid order gives its stock back; twice is once', async () => {
    const before = world.catalog.left('off_apples');
    const orderId = await placed();
    await pay(orderId, { method: 'wechat_pay' });
    expect((await cancel(orderId)).body).toMatchObject({ status: 'cancelled', refunds: [] });
    expect((await cancel(orderId)).status).toBe(200);
    expect((await cancel(orderId, 'acc_other')).status).toBe(404);
    await until(() => world.catalog.left('off_apples') === before);
    const intent = await world.sandbox.stripe.paymentIntents.retrieve(await intentOf(orderId));
    expect(intent.status).toBe('canceled');
  });

  test('a card that was authorised is let go: nothing was ever taken', async () => {
    const before = world.catalog.left('off_apples');
    const orderId = await placed({
      fulfilment: { kind: 'door', address: '3 幢 502' },
      expectedTotal: fen(1490),
    });
    await pay(orderId);
    expect((await cancel(orderId)).body.status).toBe('cancelled');
    const { refunds } = await when(orderId, (now) => now.payment.status === 'released');
    expect([refunds]).toEqual([
      [expect.objectContaining({ amount: fen(1490), deliveryFee: fen(500), way: 'not_charged' })],
    ]);
    expect(await world.totals()).toEqual({ authorised: 0, captured: 0, refunded: 0 });
    await until(() => world.catalog.left('off_apples') === before);
  });

  test('a wallet gets its money back, pending first', async () => {
    await world.sandbox.control('PUT', '/refunds', { mode: 'held' });
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    await payByHand(orderId);
    await payment(orderId);
    await cancel(orderId);
    await when(orderId, ({ refunds }) => refunds[0]?.status === 'pending');
    await world.listenToStripe();
    const [refund] = (await world.sandbox.stripe.refunds.list({ limit: 1 })).data;
    await world.sandbox.control('POST', `/refunds/${refund!.id}/settle`, { outcome: 'succeeded' });
    await settled(orderId);
    expect(world.eventsOf(orderId).filter((type) => type === 'orders.refunded.v1')).toHaveLength(1);
    expect(await world.totals()).toEqual({ authorised: 0, captured: 990, refunded: 990 });
  });

  test('a refund that no webhook tells of is found within two minutes', async () => {
    await world.sandbox.control('PUT', '/refunds', { mode: 'held' });
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    await payByHand(orderId);
    await payment(orderId);
    await cancel(orderId);
    await when(orderId, ({ refunds }) => refunds[0]?.status === 'pending');
    const [refund] = (await world.sandbox.stripe.refunds.list({ limit: 1 })).data;
    await world.sandbox.control('POST', `/refunds/${refund!.id}/settle`, { outcome: 'succeeded' });
    world.pass(2);
    await settled(orderId);
  });

  test('paid unnoticed before: it is cancelled as paid, and the money goes back', async () => {
    await world.sandbox.control('PUT', '/delivery', { hold: true });
    await world.listenToStripe();
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    await payByHand(orderId);
    expect((await cancel(orderId)).body).toMatchObject({ status: 'cancelled', refunded: fen(990) });
    await world.sandbox.control('PUT', '/delivery', { hold: false });
    await settled(orderId);
    expect(await world.totals()).toEqual({ authorised: 0, captured: 990, refunded: 990 });
  });
});

describe('a refund by an operator', () => {
  async function paidByWallet(): Promise<string> {
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    await payByHand(orderId);
    await payment(orderId);
    return orderId;
  }

  test('is returned once per key, and never more than was paid', async () => {
    await world.listenToStripe();
    const orderId = await paidByWallet();
    const key = world.newKey();
    expect((await grant(orderId, 300, { key })).status).toBe(201);
    expect((await grant(orderId, 300, { key })).body.refunds).toHaveLength(1);
    expect((await grant(orderId, 200, { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await grant(orderId, 691)).body.code).toBe('REFUND_TOO_LARGE');
    expect((await grant(orderId, 690)).status).toBe(201);
    await settled(orderId);
    expect(await world.totals()).toEqual({ authorised: 0, captured: 990, refunded: 990 });
    expect((await grant(orderId, 1, { who: 'acc_mei' })).body.code).toBe('NOT_ALLOWED');
  });

  test('names lines of the order, each for no more than was paid, and the same ones for the same key', async () => {
    const orderId = await paidByWallet();
    const refund = async (lines: object[], key = world.newKey()) => {
      const { body } = await world.send('post', `/orders/${orderId}/refunds`, operator, {
        key,
        body: { lines },
      });
      return body as object;
    };
    const [unknown, known] = [
      { lineId: 'l9', amount: fen(500) },
      { lineId: 'l1', amount: fen(500) },
    ];
    expect(await refund([unknown])).toMatchObject({ code: 'NOT_FOUND', detail: 'The order has no line l9' });
    expect(await refund([known, known])).toMatchObject({ code: 'MALFORMED_REQUEST' });
    const key = world.newKey();
    expect(await refund([known], key)).toMatchObject({ refunds: [{ amount: fen(500) }] });
    expect(await refund([unknown], key)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('of an unpaid order is refused', async () => {
    expect((await grant(await placed(), 100)).body.code).toBe('ORDER_ACTION_NOT_ALLOWED');
  });

  test('before a card is captured lowers what will be taken', async () => {
    const orderId = await placed();
    await pay(orderId);
    await grant(orderId, 300);
    const { payment: left, refunds } = await settled(orderId);
    expect([left.status, refunds[0]?.way]).toEqual(['authorised', 'not_charged']);
  });

  test('that fails is told to the operators, who try it again', async () => {
    await world.listenToStripe();
    const orderId = await paidByWallet();
    await world.sandbox.control('PUT', '/refunds', { failNext: 1 });
    const { body } = await grant(orderId, 300);
    await when(orderId, ({ refunds }) => refunds[0]?.status === 'failed');
    expect(await failedRefunds()).toEqual([orderId]);
    await until(() => world.eventsOf(orderId).includes('orders.refund_failed.v1'));
    const retry = `/orders/${orderId}/refunds/${body.refunds[0]!.refundId}/retry`;
    expect((await world.send('post', retry, 'acc_boss:operator')).status).toBe(200);
    await settled(orderId);
    expect(await failedRefunds()).toEqual([]);
  });
});

test('catalog down while money comes in: the order is paid when it is back', async () => {
  const orderId = await placed();
  world.catalog.fail('catalog.confirmReservation', { after: true });
  expect((await pay(orderId)).body.code).toBe('SERVICE_UNAVAILABLE');
  world.pass(1);
  await reaches(orderId, 'paid');
  expect(await world.totals()).toEqual({ authorised: 990, captured: 0, refunded: 0 });
});

test('stock that a late confirmation took from an order that had ended goes back in the end', async () => {
  world.catalog.terms.set('off_one', anOffer('off_one'));
  const before = world.catalog.left('off_one');
  const orderId = await placed({
    lines: [{ offerId: 'off_one', quantity: 1 }],
    expectedTotal: fen(1000),
  });
  await pay(orderId, { method: 'alipay' });
  await cancel(orderId);
  await until(() => world.catalog.left('off_one') === before);
  await world.catalog.call({ id: 'catalog.confirmReservation' } as never, { params: { orderId } });
  expect(world.catalog.left('off_one')).toBe(before - 1);
  world.pass(2);
  await until(() => world.catalog.left('off_one') === before);
  await until(async () => (await world.stored(orderId))?.['stock'].state === 'returned');
});
