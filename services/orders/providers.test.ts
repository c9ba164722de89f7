import { isDeepStrictEqual } from 'node:util';
import { type ReplyOf } from '#shared/contracts/endpoint';
import { type providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type PaymentProviderName, type PaymentView } from '#shared/contracts/orders/paymentViews';
import { type Attempt } from '../../tests/support/orders/providers/driver';
import { providerWorld } from '../../tests/support/orders/providers/providerWorld';
import { fen, shopping, visa } from '../../tests/support/orders/shopping';
import { until } from '../../tests/support/orders/world';

/** What every payment provider keeps, whoever it is: the same tests, each at the provider's own stand-in. */
describe.each<PaymentProviderName>(['stripe', 'wechatpay', 'alipay'])('%s', (name) => {
  let on: Awaited<ReturnType<typeof providerWorld>>;
  beforeAll(async () => {
    on = await providerWorld(name);
  });
  afterAll(() => on.close());
  afterEach(async () => {
    await on.driver.doubled(false);
    await on.driver.held(false);
    await on.driver.away(false);
  });

  const act = shopping(() => on.world);
  const { placed, pay, payment, reaches, settled, grant, cancel } = act;
  type Stored = Attempt & { readonly state: string; readonly provider: string; readonly closeAgainAt?: Date };
  const attemptsOf = async (orderId: string) =>
    ((await on.world.stored(orderId))?.['attempts'] ?? []) as readonly Stored[];
  const begun = async (orderId = '') => {
    const id = orderId === '' ? await placed() : orderId;
    const { status, body } = await pay(id, await on.driver.wish());
    expect([status, body.status]).toEqual([201, 'waiting']);
    return { orderId: id, attempt: (await attemptsOf(id)).at(-1)! };
  };
  /** Until nobody has to look at an attempt any more that was set aside, and whatever came of it cannot be paid. */
  const closed = async (orderId: string, { paymentId }: Attempt) => {
    const aside = async () => (await attemptsOf(orderId)).find((one) => one.paymentId === paymentId)!;
    await until(async () => {
      on.world.pass(0.2);
      return (await aside()).closeAgainAt === undefined;
    });
    expect(await on.driver.payByHand(await aside())).toBe(false);
  };
  const paid = async (): Promise<string> => {
    const { orderId, attempt } = await begun();
    expect(await on.driver.payByHand(attempt)).toBe(true);
    await reaches(orderId, 'paid');
    return orderId;
  };
  const count = (orderId: string, type: string) =>
    on.world.eventsOf(orderId).filter((one) => one === type).length;
  const once = async (orderId: string) => {
    await until(() => count(orderId, 'orders.paid.v1') > 0);
    expect(count(orderId, 'orders.paid.v1')).toBe(1);
  };
  /** What the provider took and gave back while something is done. */
  const moved = async (work: () => Promise<unknown>) => {
    const before = await on.driver.money();
    await work();
    const after = await on.driver.money();
    return { taken: after.taken - before.taken, returned: after.returned - before.returned };
  };

  test('takes the money once, and the attempt and the payment say whose they are', async () => {
    const money = await moved(async () => {
      const orderId = await paid();
      await once(orderId);
      const stored = await on.world.stored(orderId);
      expect(stored?.['payment']).toMatchObject({ provider: name, state: 'captured', capturedFen: 990 });
      expect(await attemptsOf(orderId)).toEqual([expect.objectContaining({ provider: name, state: 'paid' })]);
    });
    expect(money).toEqual({ taken: 990, returned: 0 });
  });

  test('the same key, twice and twice at once, is one attempt; another wish under it is refused', async () => {
    const [orderId, key, wish] = [await placed(), on.world.newKey(), await on.driver.wish()];
    const first = await pay(orderId, wish, { key });
    const again = await Promise.all([pay(orderId, wish, { key }), pay(orderId, wish, { key })]);
    for (const { body } of again) expect(body).toEqual(first.body);
    expect(await attemptsOf(orderId)).toHaveLength(1);
    expect((await pay(orderId, visa, { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('an attempt that is left for a card takes no money any more', async () => {
    const { orderId, attempt } = await begun();
    expect((await pay(orderId, visa)).body.status).toBe('authorised');
    expect(await on.driver.payByHand(attempt)).toBe(false);
    expect((await attemptsOf(orderId)).map(({ state }) => state)).toEqual(['given_up', 'paid']);
  });

  test('nor does one that is left for another provider, also when it is left twice at once', async () => {
    const { orderId, attempt } = await begun();
    await Promise.all([pay(orderId, await on.other.wish()), pay(orderId, visa)]);
    expect(await on.driver.payByHand(attempt)).toBe(false);
    const mayTake = (await attemptsOf(orderId)).filter(({ state }) => state !== 'given_up');
    expect(mayTake).toHaveLength(1);
  });

  test('paid, unnoticed, when another way is asked for: it counts, and there is no second', async () => {
    await on.driver.held(true);
    const { orderId, attempt } = await begun();
    await on.driver.payByHand(attempt);
    const { status, body } = await pay(orderId, visa);
    expect([status, body.status, body.method]).toEqual([201, 'captured', (await on.driver.wish()).method]);
    expect(await attemptsOf(orderId)).toHaveLength(1);
  });

  test('a decline takes nothing, and a success after it pays the order', async () => {
    const { orderId, attempt } = await begun();
    await on.driver.decline(attempt);
    expect(['waiting', 'declined']).toContain((await payment(orderId)).status);
    const after = (await on.driver.payByHand(attempt)) ? attempt : (await begun(orderId)).attempt;
    await on.driver.payByHand(after);
    expect((await reaches(orderId, 'paid')).payment).toMatchObject({
      status: 'captured',
      captured: fen(990),
    });
  });

  describe('reports', () => {
    test('that come twice change nothing', async () => {
      await on.driver.doubled(true);
      for (const orderId of [await paid(), await paid()]) await once(orderId);
    });

    test('that are lost are made good by the shopper’s polling, and by looking', async () => {
      await on.driver.held(true);
      const [polled, forgotten] = [await begun(), await begun()];
      for (const { attempt } of [polled, forgotten]) await on.driver.payByHand(attempt);
      expect((await payment(polled.orderId)).status).toBe('captured');
      on.world.pass(2);
      await reaches(forgotten.orderId, 'paid');
      // Late, they tell nothing new.
      await on.driver.held(false);
      for (const { orderId } of [polled, forgotten]) await once(orderId);
    });

    test('that are forged, too old or for another merchant are refused, and change nothing', async () => {
      await on.driver.held(true);
      const { orderId, attempt } = await begun();
      await on.driver.payByHand(attempt);
      const before = JSON.stringify(await on.world.stored(orderId));
      const answers = await on.driver.forged(attempt);
      expect(answers.length).toBeGreaterThan(2);
      for (const { status, text } of answers)
        expect([status, text]).toEqual([400, expect.stringContaining('WEBHOOK_REFUSED')]);
      expect(JSON.stringify(await on.world.stored(orderId))).toBe(before);
      await on.driver.held(false);
      await reaches(orderId, 'paid');
    });
  });

  test('unpaid at its end, an order takes no money any more', async () => {
    const { orderId, attempt } = await begun();
    expect((await cancel(orderId)).body.status).toBe('cancelled');
    expect(await on.driver.payByHand(attempt)).toBe(false);
  });

  describe('refunds', () => {
    test('in part, several, the same one twice, and never more than was paid', async () => {
      const orderId = await paid();
      const money = await moved(async () => {
        const key = on.world.newKey();
        for (const _twice of [1, 2]) expect((await grant(orderId, 300, { key })).status).toBe(201);
        expect((await grant(orderId, 691)).body.code).toBe('REFUND_TOO_LARGE');
        await grant(orderId, 690);
        const { refunds } = await settled(orderId);
        expect(refunds.map(({ amount }) => amount)).toEqual([fen(300), fen(690)]);
      });
      expect(money).toEqual({ taken: 0, returned: 990 });
    });

    test('of an order that is cancelled go back whole', async () => {
      const orderId = await paid();
      const money = await moved(async () => {
        expect((await cancel(orderId)).body).toMatchObject({ status: 'cancelled', refunded: fen(990) });
        await settled(orderId);
      });
      expect(money).toEqual({ taken: 0, returned: 990 });
    });

    test('that fail are told to the operators, and tried again', async () => {
      const orderId = await paid();
      await on.driver.refuseRefund();
      const { body } = await grant(orderId, 300);
      const failed = (now: OrderView) => now.refunds[0]?.status === 'failed';
      await act.when(orderId, failed);
      expect(await act.failedRefunds()).toContain(orderId);
      const retry = `/orders/${orderId}/refunds/${body.refunds[0]!.refundId}/retry`;
      const money = await moved(async () => {
        expect((await on.world.send('post', retry, 'acc_boss:operator')).status).toBe(200);
        await settled(orderId);
      });
      expect(money).toEqual({ taken: 0, returned: 300 });
    });
  });

  describe('away', () => {
    test('it says so and the same key goes on when it is back', async () => {
      const [orderId, key, wish] = [await placed(), on.world.newKey(), await on.driver.wish()];
      await on.driver.away(true);
      const refusal = await pay(orderId, wish, { key });
      expect([refusal.status, refusal.body.code]).toEqual([503, 'PAYMENT_UNAVAILABLE']);
      await on.driver.away(false);
      expect((await pay(orderId, wish, { key })).body.status).toBe('waiting');
      expect(await attemptsOf(orderId)).toHaveLength(1);
    });

    test('what it never answered holds nobody up: another way is paid, and nothing is taken by the first', async () => {
      const [orderId, key, wish] = [await placed(), on.world.newKey(), await on.driver.wish()];
      await on.driver.away(true);
      await pay(orderId, wish, { key });
      const { body } = await pay(orderId, await on.other.wish());
      expect(body.status).toBe('waiting');
      const [aside] = await attemptsOf(orderId);
      expect(aside).toMatchObject({ state: 'given_up' });
      await on.driver.away(false);
      // The first wish, repeated, does not come back to life.
      expect((await pay(orderId, wish, { key })).body).toMatchObject({ paymentId: body.paymentId });
      await closed(orderId, aside!);
      expect((await attemptsOf(orderId)).map(({ state }) => state)).toEqual(['given_up', 'open']);
    });

    test('what it did, and never answered, is no second payment: it pays the order if it waits, or goes back', async () => {
      for (const first of ['aside', 'other'] as const) {
        const orderId = await placed();
        await on.driver.away(true, 'silent');
        await pay(orderId, await on.driver.wish());
        await pay(orderId, await on.other.wish());
        const [aside, other] = await attemptsOf(orderId);
        if (first === 'other') await on.other.payByHand(other!);
        if (first === 'other') await reaches(orderId, 'paid');
        const money = await moved(async () => {
          await on.driver.away(false);
          // Nobody looks before the clock goes on.
          expect(await on.driver.payByHand(aside!)).toBe(true);
          await until(async () => {
            on.world.pass(0.2);
            return (await attemptsOf(orderId))[0]!.closeAgainAt === undefined;
          });
        });
        expect(money).toEqual({ taken: 990, returned: first === 'other' ? 990 : 0 });
        const states = { aside: ['paid', 'given_up'], other: ['given_up', 'paid'] };
        await until(async () =>
          isDeepStrictEqual(
            (await attemptsOf(orderId)).map(({ state }) => state),
            states[first],
          ),
        );
        expect(await on.other.payByHand(other!)).toBe(false);
        await once(orderId);
      }
    });

    test('what it never answered does not keep an order from being cancelled', async () => {
      const orderId = await placed();
      await on.driver.away(true);
      await pay(orderId, await on.driver.wish());
      expect((await cancel(orderId)).body.status).toBe('cancelled');
      const [aside] = await attemptsOf(orderId);
      await on.driver.away(false);
      await closed(orderId, aside!);
    });

    test('what it never answered holds nobody up either when it is away only once it is told to close it', async () => {
      const orderId = await placed();
      await on.driver.away(true);
      await pay(orderId, await on.driver.wish());
      await on.driver.away(false);
      await on.driver.closesNothing();
      const { body } = await pay(orderId, await on.other.wish());
      expect(body.status).toBe('waiting');
      const [aside] = await attemptsOf(orderId);
      expect(aside).toMatchObject({ state: 'given_up', intentId: expect.any(String) as unknown });
      await on.driver.away(false);
      await closed(orderId, aside!);
      expect((await attemptsOf(orderId)).map(({ state }) => state)).toEqual(['given_up', 'open']);
    });

    test('what a person may be paying holds its order until it is back', async () => {
      const { orderId, attempt } = await begun();
      await on.driver.away(true);
      expect((await pay(orderId, await on.other.wish())).body.code).toBe('PAYMENT_UNAVAILABLE');
      expect((await attemptsOf(orderId)).map(({ state }) => state)).toEqual(['open']);
      await on.driver.away(false);
      await on.driver.closesNothing();
      expect((await pay(orderId, await on.other.wish())).body.code).toBe('PAYMENT_UNAVAILABLE');
      expect((await attemptsOf(orderId)).map(({ state }) => state)).toEqual(['giving_up']);
      await on.driver.away(false);
      expect((await pay(orderId, await on.other.wish())).body.status).toBe('waiting');
      expect(await on.driver.payByHand(attempt)).toBe(false);
    });
  });

  test('a way that nobody does there is refused, and leaves the open attempt as it is', async () => {
    const { orderId, attempt } = await begun();
    const there = { method: 'alipay', host: 'wechat_browser' };
    expect((await pay(orderId, there)).body.code).toBe('PAYMENT_METHOD_NOT_OFFERED');
    expect(await attemptsOf(orderId)).toEqual([attempt]);
    const { body } = await on.world.send('get', '/payment-methods?host=wechat_browser', 'acc_mei');
    expect((body as { methods: { method: string }[] }).methods).not.toContainEqual({ method: 'alipay' });
  });

  describe('statements', () => {
    type Statement = ReplyOf<typeof providerStatementsInternal.readProviderStatement> & { code: string };
    const ask = async (day: string, cursor?: string) => {
      const query = cursor === undefined ? '' : `?cursor=${cursor}`;
      const path = `/internal/provider-statements/${name}/${day}${query}`;
      const sent = on.world.send('get', path, undefined).set('Authorization', 'Service delivery');
      const { status, body } = await sent;
      return { status, ...(body as Statement) };
    };
    const rowsOf = async (day: string) => {
      const rows: Statement['rows'][number][] = [];
      for (let page = await ask(day); ; page = await ask(day, page.nextCursor)) {
        expect(page.state).toBe('ready');
        rows.push(...page.rows);
        if (page.nextCursor === undefined) return rows;
      }
    };
    const sum = (rows: readonly { amountFen: number }[]) =>
      rows.reduce((total, { amountFen }) => total + amountFen, 0);

    test('tell every movement of a day that is over once, in our words', async () => {
      const [day, next] = ['2026-03-01', '2026-03-02'];
      expect(await ask(day)).toMatchObject({ status: 409, code: 'STATEMENT_DAY_NOT_OVER' });
      const orderId = await paid();
      const [{ paymentId, intentId } = { paymentId: '', intentId: '' }] = await attemptsOf(orderId);
      const { refunds } = await grant(orderId, 300).then(() => settled(orderId));
      // Past midnight in Beijing, and the provider has not made it.
      on.world.pass((Date.parse('2026-03-01T16:05:00Z') - on.world.now().getTime()) / 60_000);
      expect(await ask(day)).toMatchObject({ status: 200, state: 'waiting', rows: [] });
      on.world.pass(12 * 60);

      const rows = await rowsOf(day);
      const { taken, returned } = await on.driver.money();
      expect(sum(rows)).toBe(taken - returned);
      expect(new Set(rows.map(({ rowId }) => rowId)).size).toBe(rows.length);
      const refundId = refunds[0]?.refundId;
      const ofOrder = rows.filter((row) => row.paymentId === paymentId || row.refundId === refundId);
      expect(ofOrder).toHaveLength(2);
      expect(ofOrder).toContainEqual(
        expect.objectContaining({ kind: 'payment', amountFen: 990, intentId, paymentId }),
      );
      expect(ofOrder).toContainEqual(
        expect.objectContaining({ kind: 'refund', amountFen: -300, intentId, refundId }),
      );
      // 0.60 % of what was paid; the wallets give its part back with a refund.
      const fee = ofOrder.reduce((total, row) => total + row.feeFen, 0);
      expect(fee).toBe(name === 'stripe' ? 0 : 6 - 2);
      expect(await rowsOf('2026-02-20')).toEqual([]);

      await on.driver.statementFault({ kind: 'leave_out', id: intentId });
      expect(sum(await rowsOf(day))).toBe(sum(rows) - 990);
      await on.driver.statementFault(undefined);
      await on.driver.statementFault({ kind: 'change', id: intentId, by: -10 });
      expect(sum(await rowsOf(day))).toBe(sum(rows) - 10);
      await on.driver.statementFault(undefined);
      await on.driver.statementFault({ kind: 'add', id: 'foreign', fen: 77, at: '2026-03-01T17:00:00.000Z' });
      on.world.pass(24 * 60);
      const [foreign] = (await rowsOf(next)).filter(({ amountFen }) => amountFen === 77);
      expect(foreign).toMatchObject({ amountFen: 77 });
      expect([foreign?.orderId, foreign?.paymentId, foreign?.refundId]).toEqual(Array(3).fill(undefined));

      await on.driver.away(true);
      expect(await ask(day)).toMatchObject({ status: 503, code: 'PAYMENT_UNAVAILABLE' });
    });
  });
});

describe('beside each other', () => {
  let on: Awaited<ReturnType<typeof providerWorld>>;
  beforeAll(async () => {
    on = await providerWorld('wechatpay');
  });
  afterAll(() => on.close());
  const { placed, pay, payment, reaches } = shopping(() => on.world);
  const attemptsOf = async (orderId: string) =>
    (await on.world.stored(orderId))?.['attempts'] as (Attempt & {
      readonly state: string;
      readonly closeAgainAt?: Date;
    })[];

  test('a page of WeChat Pay lasts five minutes: who comes back later is led to a new one of the same attempt', async () => {
    const orderId = await placed();
    const wish = { method: 'wechat_pay', host: 'phone_browser' };
    const standIn = on.driver.settings.wechatpay?.apiUrl ?? '';
    const urlOf = ({ step }: PaymentView) =>
      (step.kind === 'redirect' ? step.url : '').replace('https://shop.example/sandbox/wechatpay', standIn);
    const first = urlOf((await pay(orderId, wish)).body);
    on.world.pass(3);
    expect(urlOf(await payment(orderId))).toBe(first);
    on.world.pass(3);
    const then = urlOf(await payment(orderId));
    expect((await fetch(first)).status).toBe(404);
    expect(new URL(then).searchParams.get('redirect_url')).toBe(
      new URL(first).searchParams.get('redirect_url'),
    );
    expect(await attemptsOf(orderId)).toHaveLength(1);
    const pressed = await fetch(then, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ action: 'pay' }),
    });
    expect(pressed.status).toBe(303);
    await reaches(orderId, 'paid');
  });

  test('a page of Alipay’s that nobody paid on is left also when Alipay is away only once it is told to close it', async () => {
    const orderId = await placed();
    await pay(orderId, { method: 'alipay', host: 'phone_browser' });
    await on.drivers.alipay.closesNothing();
    expect((await pay(orderId, await on.driver.wish())).body.status).toBe('waiting');
    expect((await attemptsOf(orderId)).map(({ state }) => state)).toEqual(['given_up', 'open']);
    await on.drivers.alipay.away(false);
    expect(await on.driver.payByHand((await attemptsOf(orderId))[1]!)).toBe(true);
    expect((await reaches(orderId, 'paid')).payment).toMatchObject({ method: 'wechat_pay' });
    expect((await on.drivers.alipay.money()).taken).toBe(0);
  });

  test('a card whose provider is away is left for a wallet: what it reserves is let go, and the wallet pays once', async () => {
    const orderId = await placed();
    await pay(orderId, { method: 'card' });
    const [card] = await attemptsOf(orderId);
    await on.drivers.stripe.away(true);
    expect((await pay(orderId, await on.driver.wish())).body.status).toBe('waiting');
    expect(await on.drivers.stripe.payByHand(card!)).toBe(true);
    await on.drivers.stripe.away(false);
    await until(async () => {
      on.world.pass(0.2);
      return (await attemptsOf(orderId))[0]!.closeAgainAt === undefined;
    });
    const { status } = await on.world.sandbox.stripe.paymentIntents.retrieve(card!.intentId!);
    expect(status).toBe('canceled');
    expect(await on.driver.payByHand((await attemptsOf(orderId))[1]!)).toBe(true);
    expect((await reaches(orderId, 'paid')).payment).toMatchObject({
      method: 'wechat_pay',
      captured: fen(990),
    });
    expect((await on.drivers.stripe.money()).taken).toBe(0);
  });
});

describe.each<PaymentProviderName>(['stripe', 'wechatpay', 'alipay'])('%s, around cutoff', (name) => {
  test('money within the time of grace pays its order; what is told of after it goes back whole, and says why', async () => {
    // Nobody looks after what is due: the money comes before the order was ended.
    const on = await providerWorld(name, { sweepMs: 3_600_000 });
    const { placed, pay, settled, reaches } = shopping(() => on.world);
    on.world.pass(299);
    const begun = async () => {
      const orderId = await placed();
      await pay(orderId, await on.driver.wish());
      const [attempt] = (await on.world.stored(orderId))?.['attempts'] as [Attempt];
      return { orderId, attempt };
    };
    const [inTime, late] = [await begun(), await begun()];
    on.world.pass(4);
    expect((await pay(late.orderId, visa)).body.code).toBe('PAYMENT_WINDOW_CLOSED');
    expect(await on.driver.payByHand(inTime.attempt)).toBe(true);
    expect((await reaches(inTime.orderId, 'paid')).payment).toMatchObject({ captured: fen(990) });
    await on.driver.held(true);
    on.world.pass(1);
    expect(await on.driver.payByHand(late.attempt)).toBe(true);
    on.world.pass(2);
    await on.driver.held(false);
    const failed = await settled(late.orderId);
    expect([failed.status, failed.failedBecause]).toEqual(['failed', 'paid_too_late']);
    expect(await on.driver.money()).toEqual({ taken: 1980, returned: 990 });
    await on.close();
  });
});
