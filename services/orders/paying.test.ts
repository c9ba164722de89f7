import { fen, shopping, visa } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

let world: OrdersWorld;
beforeAll(async () => {
  world = await ordersWorld();
  await world.app.start();
  await world.listenToStripe();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.sandbox.control('PUT', '/delivery', {
    duplicate: false,
    shuffle: false,
    hold: false,
    delayMs: 0,
  });
  await world.sandbox.control('DELETE', '/faults');
});

const { placed, pay, order, payment, reaches, intentOf, payByHand, intentsOf } = shopping(() => world);
const card = (paymentMethodId: string) => ({ method: 'card', paymentMethodId });
const count = (orderId: string, type: string) => world.eventsOf(orderId).filter((one) => one === type).length;

describe('a card', () => {
  test('given with the request pays at once: authorised, not taken', async () => {
    const orderId = await placed();
    const reply = await pay(orderId);
    expect([reply.status, reply.body]).toEqual([
      201,
      expect.objectContaining({
        status: 'authorised',
        method: 'card',
        amount: fen(990),
        step: { kind: 'none' },
      }),
    ]);
    const now = await order(orderId);
    expect([now.status, now.actions]).toEqual(['paid', ['cancel', 'reorder']]);
    expect(world.catalog.reservations.get(orderId)?.status).toBe('confirmed');
    await until(() => world.eventsOf(orderId).includes('orders.paid.v1'));
    const paid = world.events.find(({ key, type }) => key === orderId && type === 'orders.paid.v1');
    expect(paid?.data).toMatchObject({ initial: '王', total: fen(990), lines: [{ quantity: 1 }] });
  });

  test('without one the shopper confirms, and the webhook pays the order', async () => {
    const orderId = await placed();
    const { body } = await pay(orderId, { method: 'card' });
    expect(body).toMatchObject({ status: 'waiting', step: { kind: 'confirm_card' } });
    expect(body.step).toMatchObject({ pageUrl: expect.stringContaining('/sandbox/stripe/pay/pi_') });
    expect((await order(orderId)).payment).toMatchObject({ status: 'waiting', step: { kind: 'none' } });
    await payByHand(orderId);
    await reaches(orderId, 'paid');
  });

  test('declined is told with the bank’s reason, and another card can be tried', async () => {
    const orderId = await placed();
    const key = world.newKey();
    const declined = card('pm_card_chargeDeclinedInsufficientFunds');
    const refusal = await pay(orderId, declined, { key });
    expect([refusal.status, refusal.body.code, refusal.body.declineCode]).toEqual([
      402,
      'PAYMENT_DECLINED',
      'insufficient_funds',
    ]);
    expect((await pay(orderId, declined, { key })).body.code).toBe('PAYMENT_DECLINED');
    expect((await pay(orderId)).body.status).toBe('authorised');
    expect((await pay(orderId, card('pm_nonsense'))).body.code).toBe('ORDER_ACTION_NOT_ALLOWED');
  });

  test('a payment method that Stripe does not know is a decline', async () => {
    const orderId = await placed();
    expect((await pay(orderId, card('pm_nonsense'))).body.code).toBe('PAYMENT_DECLINED');
    expect((await pay(orderId)).body.status).toBe('authorised');
  });
});

describe('a wallet', () => {
  test.each([
    ['alipay', 'redirect'],
    ['wechat_pay', 'show_qr'],
  ])('%s asks the shopper to act (%s) and is charged at once', async (method, kind) => {
    const orderId = await placed();
    const { body } = await pay(orderId, { method });
    expect(body).toMatchObject({ status: 'waiting', method, step: { kind } });
    await payByHand(orderId);
    const paid = await reaches(orderId, 'paid');
    expect(paid.payment).toMatchObject({ status: 'captured', captured: fen(990) });
  });
});

describe('once', () => {
  test('the same key twice, and twice at once, is one payment', async () => {
    const orderId = await placed();
    const key = world.newKey();
    const replies = await Promise.all([pay(orderId, visa, { key }), pay(orderId, visa, { key })]);
    expect(replies.map(({ body }) => body.status)).toEqual(['authorised', 'authorised']);
    expect(await intentsOf(orderId)).toHaveLength(1);
    expect((await pay(orderId, { method: 'alipay' }, { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await pay(orderId)).body.code).toBe('ORDER_ACTION_NOT_ALLOWED');
    expect(count(orderId, 'orders.paid.v1')).toBeLessThan(2);
  });

  test('two ways at once: only one intent can still take money', async () => {
    const orderId = await placed();
    await pay(orderId, { method: 'alipay' });
    const first = await intentOf(orderId);
    await Promise.all([pay(orderId), pay(orderId, { method: 'wechat_pay' })]);
    const mine = await intentsOf(orderId);
    const payable = mine.filter(({ status: state }) => state !== 'canceled');
    expect(mine.find(({ id }) => id === first)?.status).toBe('canceled');
    expect(payable.length).toBe(1);
  });

  test('paid by the first way while the second is asked for: it counts, and there is no second', async () => {
    const orderId = await placed();
    await world.sandbox.control('PUT', '/delivery', { hold: true });
    await pay(orderId, { method: 'alipay' });
    await payByHand(orderId);
    const reply = await pay(orderId);
    expect([reply.status, reply.body.status, reply.body.method]).toEqual([201, 'captured', 'alipay']);
  });

  test('somebody else’s order cannot be paid', async () => {
    const orderId = await placed();
    expect((await pay(orderId, visa, { who: 'acc_other' })).status).toBe(404);
  });
});

describe('reports of Stripe', () => {
  test('twice and out of order change nothing', async () => {
    await world.sandbox.control('PUT', '/delivery', { duplicate: true, shuffle: true });
    const orderIds = await Promise.all([placed(), placed(), placed()]);
    for (const orderId of orderIds) {
      await pay(orderId, { method: 'alipay' });
      await payByHand(orderId);
    }
    for (const orderId of orderIds) {
      await reaches(orderId, 'paid');
      await until(() => world.eventsOf(orderId).includes('orders.paid.v1'));
      expect(count(orderId, 'orders.paid.v1')).toBe(1);
    }
  });

  test('one that never comes is made good by the shopper’s polling, or by looking', async () => {
    await world.sandbox.control('PUT', '/delivery', { hold: true });
    const [polled, forgotten] = [await placed(), await placed()];
    for (const orderId of [polled, forgotten]) {
      await pay(orderId, { method: 'alipay' });
      await payByHand(orderId);
    }
    expect((await payment(polled)).status).toBe('captured');
    world.pass(2);
    await reaches(forgotten, 'paid');
  });

  test('what Stripe did not sign is refused', async () => {
    const send = (signature: string) =>
      world
        .send('post', '/webhooks/stripe', undefined, { body: { id: 'evt_1' } })
        .set('Stripe-Signature', signature);
    expect((await send('t=1,v1=00')).body.code).toBe('WEBHOOK_REFUSED');
    const unsigned = await world.send('post', '/webhooks/stripe', undefined, { body: {} });
    expect([unsigned.status, unsigned.body.code]).toEqual([400, 'WEBHOOK_REFUSED']);
  });
});

describe('when Stripe cannot be reached', () => {
  test.each(['error_before', 'reset_after', 'timeout_after'])(
    '%s: the same key goes on',
    async (kind) => {
      const orderId = await placed();
      const key = world.newKey();
      await world.sandbox.control('POST', '/faults', { kind, count: 3, path: '/v1/payment_intents' });
      const refusal = await pay(orderId, visa, { key });
      await world.sandbox.control('DELETE', '/faults');
      if (refusal.status !== 201) expect(refusal.body.code).toBe('PAYMENT_UNAVAILABLE');
      expect((await pay(orderId, visa, { key })).body.status).toBe('authorised');
      const intents = await world.sandbox.stripe.paymentIntents.list({ limit: 5 });
      expect(intents.data.filter(({ metadata }) => metadata['orderId'] === orderId)).toHaveLength(1);
    },
    90_000,
  );
});
