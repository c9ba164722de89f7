import { alipayWorld } from '../../../../tests/support/orders/alipayWorld';
import { SLOW_MS } from '#shared/sandbox/kit/http/faults';
import { RefundId } from '#shared/contracts/ids';
import { type Refused } from '#shared/kit/domainError';
import { type IntentWish, type PaymentProvider } from '../paymentProvider';

let world: Awaited<ReturnType<typeof alipayWorld>>;
beforeAll(async () => {
  world = await alipayWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.on.control('DELETE', '/faults');
  await world.on.control('PUT', '/refunds', { mode: 'automatic', shortNext: 0 });
});

const unavailable = expect.objectContaining({ code: 'PAYMENT_UNAVAILABLE' }) as Error;
const payerUnknown = expect.objectContaining({ code: 'PAYER_UNKNOWN' }) as Error;
const account = ({ accountId }: IntentWish) => ({ accountId, address: '127.0.0.1' });
const codeOf = async (openId: string) =>
  String((await world.on.control('POST', '/login_codes', { openId })).body['code']);
const intent = ({ paymentId }: IntentWish) => ({ provider: 'alipay', intentId: paymentId, paymentId });
const captured = { amountFen: 1234, outcome: { kind: 'captured', fen: 1234 } };

describe('who pays in Alipay', () => {
  const inAlipay = (authCode?: string) => ({
    method: 'alipay' as const,
    host: 'alipay_mini_program' as const,
    ...(authCode === undefined ? {} : { authCode }),
  });
  const who = (authCode?: string) =>
    world.payments.payerOf(inAlipay(authCode), account(world.wish('alipay_mini_program')));

  test.each(['open-wang', '2088000000000001'])('is told by a code: %s', async (person) => {
    expect(await who(await codeOf(person))).toBe(person);
  });

  test('is told once for a request that comes twice at a time', async () => {
    const code = await codeOf('open-li');
    expect(await Promise.all([who(code), who(code)])).toEqual(['open-li', 'open-li']);
    // Another process cannot use it any more.
    const other = world.client();
    await expect(other.payerOf(inAlipay(code), account(world.wish('alipay_mini_program')))).rejects.toThrow(
      payerUnknown,
    );
  });

  test('is not known without a code, or by one that nobody gave', async () => {
    await expect(who()).rejects.toThrow(payerUnknown);
    await expect(who('made-up')).rejects.toThrow(payerUnknown);
  });

  test('may be asked for again when Alipay could not be reached', async () => {
    const code = await codeOf('open-wang');
    await world.fault('error_before', 'alipay.system.oauth.token');
    await expect(who(code)).rejects.toThrow(unavailable);
    expect(await who(code)).toBe('open-wang');
  });

  test('must not be known in a browser', async () => {
    const wish = world.wish('desktop_browser');
    expect(await world.payments.payerOf(wish.wish, account(wish))).toBeUndefined();
  });
});

describe('in Alipay', () => {
  test('a trade is made once and paid by its buyer', async () => {
    const wish = world.wish('alipay_mini_program');
    const first = await world.payments.begin(wish);
    expect(first).toEqual({
      ...intent(wish),
      amountFen: 1234,
      outcome: {
        kind: 'waiting',
        step: { kind: 'alipay_trade_pay', tradeNo: expect.stringMatching(/^2026113022001\d{15}$/) as string },
      },
    });
    expect(await world.payments.begin(wish)).toEqual(first);
    expect(await world.payments.find(wish.paymentId)).toEqual({
      ...intent(wish),
      amountFen: 1234,
      outcome: { kind: 'waiting' },
    });
    const tradeNo = (first!.outcome as { step: { tradeNo: string } }).step.tradeNo;
    expect(await world.on.tradePay(tradeNo, { buyer: 'open-li' })).toBe('4000');
    expect(await world.on.tradePay(tradeNo, { buyer: 'open-wang' })).toBe('9000');
    const after = { ...intent(wish), ...captured };
    expect(await world.payments.find(wish.paymentId)).toEqual(after);
    expect(await world.payments.begin(wish)).toEqual(after);
    expect(await world.payments.capture(wish.orderId, wish.paymentId, 500)).toEqual(after);
    expect(await world.payments.cancel(wish.paymentId)).toEqual(after);
  });

  test('what was given up cannot be paid, nor begun again', async () => {
    const wish = world.wish('alipay_mini_program');
    await world.payments.begin(wish);
    for (const _ of [1, 2])
      expect((await world.payments.cancel(wish.paymentId)).outcome).toEqual({ kind: 'cancelled' });
    expect((await world.on.control('POST', `/trades/${wish.paymentId}/pay`)).status).toBe(400);
    expect((await world.payments.begin(wish))?.outcome).toEqual({ kind: 'cancelled' });
  });

  test('it ends at its time', async () => {
    const wish = world.wish('alipay_mini_program');
    await world.payments.begin(wish);
    world.clock.passes(15 * 60_000);
    expect((await world.payments.find(wish.paymentId)).outcome).toEqual({ kind: 'cancelled' });
    expect(await world.payments.begin(world.wish('alipay_mini_program', { payBefore: wish.payBefore }))).toBe(
      undefined,
    );
  });

  test('a number that was used for something else is refused', async () => {
    const wish = world.wish('alipay_mini_program');
    await world.payments.begin(wish);
    expect(await world.payments.begin({ ...wish, amountFen: 1235 })).toBeUndefined();
    expect(await world.payments.begin({ ...wish, payer: 'open-li' })).toBeUndefined();
  });

  test('without a buyer there is none', async () => {
    const { payer: _, ...wish } = world.wish('alipay_mini_program');
    expect(await world.payments.begin(wish)).toBeUndefined();
  });
});

describe('in a browser', () => {
  /** Alipay knows of no trade until somebody does something on its page. */
  const unseen = { outcome: { kind: 'waiting', pageOnly: true } };
  const open = async (wish: IntentWish) => {
    const begun = await world.payments.begin(wish);
    expect(begun).toMatchObject({
      ...intent(wish),
      outcome: { kind: 'waiting', step: { kind: 'redirect' } },
    });
    return world.visit((begun!.outcome as { step: { url: string } }).step.url);
  };

  test.each(['phone_browser', 'desktop_browser'] as const)(
    'on a %s somebody looks, leaves, comes back and pays',
    async (host) => {
      const wish = world.wish(host, { wish: { method: 'alipay', host, returnPath: '/#/pages/order?id=1' } });
      const cashier = await open(wish);
      const waiting = { ...intent(wish), outcome: { kind: 'waiting' } };
      expect(await world.payments.find(wish.paymentId)).toEqual({
        ...intent(wish),
        amountFen: 0,
        ...unseen,
      });
      await world.press(cashier, 'decline');
      expect(await world.payments.find(wish.paymentId)).toEqual({ ...waiting, amountFen: 1234 });
      // Whoever asks once more is led to the same trade.
      const paid = await world.press(await open(wish), 'pay');
      const back = new URL(paid.headers.get('location')!);
      expect([back.origin, back.hash]).toEqual([world.options.publicUrl, '#/pages/order?id=1']);
      expect(await world.payments.find(wish.paymentId)).toEqual({ ...intent(wish), ...captured });
    },
  );

  test('on a phone who leaves comes back to the order', async () => {
    const wish = world.wish('phone_browser');
    const left = await world.press(await open(wish), 'decline');
    expect(left.headers.get('location')).toBe(`${world.options.publicUrl}/orders/${wish.orderId}`);
  });

  test('a page that nobody opened is given up without Alipay; one that waits is closed', async () => {
    const [untouched, left] = [world.wish('desktop_browser'), world.wish('desktop_browser')];
    const [, cashier] = [await open(untouched), await open(left)];
    await world.press(cashier, 'decline');
    const cancelled = async ({ paymentId }: IntentWish) => (await world.payments.cancel(paymentId)).outcome;
    expect(await cancelled(untouched)).toEqual({ kind: 'cancelled', pageOpen: true });
    expect(await cancelled(left)).toEqual({ kind: 'cancelled' });
    await world.press(cashier, 'pay');
    expect((await world.payments.find(left.paymentId)).outcome).toEqual({ kind: 'cancelled' });
  });

  test('nobody can pay there after its time', async () => {
    const wish = world.wish('desktop_browser');
    const cashier = await open(wish);
    world.clock.passes(15 * 60_000);
    await world.press(cashier, 'pay');
    expect(await world.payments.find(wish.paymentId)).toMatchObject(unseen);
  });

  test('browsers are led to another address than the server asks at', async () => {
    const url = 'https://shop.example/sandbox/alipay/gateway.do';
    const begun = await world.client({ pagesUrl: url }).begin(world.wish('desktop_browser'));
    expect(begun?.outcome).toMatchObject({
      step: {
        url: expect.stringMatching(/^https:\/\/shop\.example\/sandbox\/alipay\/gateway\.do\?/) as string,
      },
    });
  });
});

test.each([
  ['alipay_mini_program', ['alipay']],
  ['phone_browser', ['alipay']],
  ['desktop_browser', ['alipay']],
  ['wechat_mini_program', []],
  ['wechat_browser', []],
] as const)('in %s it does %j', async (host, methods) => {
  expect(world.payments.methodsIn(host)).toEqual(methods);
  if (methods.length === 0) expect(await world.payments.begin(world.wish(host))).toBeUndefined();
});

test('does not pay by card', async () => {
  const wish = world.wish('desktop_browser', { wish: { method: 'card' } });
  expect(await world.payments.begin(wish)).toBeUndefined();
});

describe('a refund', () => {
  let refunds = 0;
  const of = ({ orderId, paymentId }: IntentWish, fen: number) => ({
    ...{ orderId, intentId: paymentId, fen, attempt: 1, paidFen: 1234 },
    refundId: RefundId.parse(`ref_${(refunds += 1)}`),
    requestedAt: world.clock.now(),
  });
  type Asked = ReturnType<typeof of>;
  const told = (asked: Asked, kind: string) => ({
    ...{ refundId: asked.refundId, attempt: asked.attempt, outcome: { kind } },
    providerRefundId: asked.refundId,
  });
  const failed = ({ refundId, attempt }: Asked, failure: string) => ({
    ...{ refundId, attempt, outcome: { kind: 'failed', failure } },
  });
  const find = (asked: Asked) => world.payments.findRefund({ ...asked, providerRefundId: asked.refundId });
  const settle = (asked: Asked, outcome: 'succeeded' | 'failed') =>
    world.on.control('POST', `/trades/${asked.intentId}/settle`, {
      request: asked.refundId,
      outcome,
    });

  test('goes back in parts, each once, never more than was paid', async () => {
    const wish = await world.paid();
    const [part, tooMuch, rest] = [of(wish, 1000), of(wish, 235), of(wish, 234)];
    for (const _ of [1, 2]) expect(await world.payments.refund(part)).toEqual(told(part, 'succeeded'));
    expect(await world.payments.refund(tooMuch)).toEqual(failed(tooMuch, 'refund_amt_not_equal_total'));
    expect(await world.payments.refund({ ...part, fen: 999 })).toEqual(
      failed(part, 'discordant_repeat_request'),
    );
    for (const _ of [1, 2]) expect(await world.payments.refund(rest)).toEqual(told(rest, 'succeeded'));
    for (const asked of [part, rest]) expect(await find(asked)).toEqual(told(asked, 'succeeded'));
    // All of it is back; that it was paid remains true.
    expect(await world.payments.find(wish.paymentId)).toEqual({ ...intent(wish), ...captured });
    const late = of(wish, 1);
    expect(await world.payments.refund(late)).toEqual(failed(late, 'trade_has_close'));
  });

  test('may take a while', async () => {
    await world.on.control('PUT', '/refunds', { mode: 'held' });
    const asked = of(await world.paid(), 1000);
    for (const _ of [1, 2]) expect(await world.payments.refund(asked)).toEqual(told(asked, 'pending'));
    expect(await find(asked)).toEqual(told(asked, 'pending'));
    await settle(asked, 'succeeded');
    expect(await find(asked)).toEqual(told(asked, 'succeeded'));
  });

  test('that did not come about is asked for again under its number', async () => {
    await world.on.control('PUT', '/refunds', { mode: 'held' });
    const asked = of(await world.paid(), 1000);
    await world.payments.refund(asked);
    await settle(asked, 'failed');
    expect(await find(asked)).toEqual(told(asked, 'pending'));
    await settle(asked, 'failed');
    await world.on.control('PUT', '/refunds', { mode: 'automatic', shortNext: 1 });
    expect(await find(asked)).toEqual(failed(asked, 'seller_balance_not_enough'));
    expect(await find(asked)).toEqual(told(asked, 'succeeded'));
  });

  test('fails for want of money, and succeeds at the next attempt', async () => {
    await world.on.control('PUT', '/refunds', { shortNext: 1 });
    const asked = of(await world.paid(), 1000);
    expect(await world.payments.refund(asked)).toEqual(failed(asked, 'seller_balance_not_enough'));
    const again = { ...asked, attempt: 2 };
    for (const _ of [1, 2]) expect(await world.payments.refund(again)).toEqual(told(again, 'succeeded'));
  });

  test('of what was not paid fails', async () => {
    const wish = world.wish('alipay_mini_program');
    const [nothing, unpaid] = [of(wish, 1), of(wish, 1)];
    expect(await world.payments.refund(nothing)).toEqual(failed(nothing, 'trade_not_exist'));
    await world.payments.begin(wish);
    expect(await world.payments.refund(unpaid)).toEqual(failed(unpaid, 'trade_status_error'));
  });

  describe('of money that belongs to no order', () => {
    const refunded = async () => (await world.totals()).totals['refunded']!;
    const stray = async () => world.payments.find((await world.paid()).paymentId);

    test('is all of it, once', async () => {
      const [intent, before] = [await stray(), await refunded()];
      for (const _ of [1, 2]) await world.payments.returnStray(intent);
      expect(await refunded()).toBe(before + 1234);
    });

    test('is nothing where somebody gave it back by hand, or nobody paid', async () => {
      const [intent, before] = [await stray(), await refunded()];
      await world.payments.refund({
        ...of(world.wish('desktop_browser'), 1234),
        intentId: intent.intentId,
      });
      await world.payments.returnStray(intent);
      await world.payments.returnStray({ ...intent, outcome: { kind: 'waiting' } });
      expect(await refunded()).toBe(before + 1234);
    });

    test('is tried again until it is known to be back', async () => {
      await world.on.control('PUT', '/refunds', { mode: 'held', shortNext: 1 });
      const [intent, before] = [await stray(), await refunded()];
      await expect(world.payments.returnStray(intent)).rejects.toThrow(unavailable);
      await expect(world.payments.returnStray(intent)).rejects.toThrow(unavailable);
      await world.on.control('POST', `/trades/${intent.intentId}/settle`, {
        request: `stray_${intent.intentId}`,
        outcome: 'succeeded',
      });
      await world.payments.returnStray(intent);
      expect(await refunded()).toBe(before + 1234);
    });
  });
});

describe('when Alipay fails', () => {
  const faults = [
    ['error_before', 1],
    ['error_after', 1],
    ['rate_limited', 1],
    ['bad_gateway', 1],
    ['forged_answer', 1],
    // The SDK tries once more by itself when a connection breaks, so both must.
    ['reset_before', 2],
    ['reset_after', 2],
    ['timeout_before', 1],
    ['timeout_after', 1],
    ['slow', 1],
  ] as const;
  const hasty = () => world.client({ timeoutMs: 200 });
  /** Does it while it fails, and once more; tells what came of both. */
  async function twice<T>(
    method: string,
    [kind, count]: readonly [string, number],
    work: (payments: PaymentProvider) => Promise<T>,
  ) {
    await world.fault(kind, method, count);
    const first = await work(/timeout|slow/.test(kind) ? hasty() : world.payments).then(
      () => 'done',
      (error: unknown) => (error as Refused).code,
    );
    await world.on.control('DELETE', '/faults');
    // Ends the wait of an answer that is late.
    world.clock.passes(SLOW_MS);
    return { first, then: await work(world.payments) };
  }

  test.each(faults)('by %s, everything comes about once when it is repeated', async (...fault) => {
    const before = (await world.totals()).totals;
    const wish = world.wish('alipay_mini_program');
    const begun = await twice('alipay.trade.create', fault, (payments) => payments.begin(wish));
    expect(begun.then?.outcome).toMatchObject({ step: { kind: 'alipay_trade_pay' } });
    await world.on.control('POST', `/trades/${wish.paymentId}/pay`);
    const found = await twice('alipay.trade.query', fault, (payments) => payments.find(wish.paymentId));
    expect(found.then.outcome.kind).toBe('captured');
    const asked = {
      ...{ orderId: wish.orderId, intentId: wish.paymentId, fen: 1000, attempt: 1, paidFen: 1234 },
      refundId: RefundId.parse('ref_1'),
      requestedAt: world.clock.now(),
    };
    const refund = await twice('alipay.trade.refund', fault, (payments) => payments.refund(asked));
    expect(refund.then.outcome).toEqual({ kind: 'succeeded' });
    const given = { ...asked, providerRefundId: 'ref_1' };
    const again = await twice('alipay.trade.fastpay', fault, (payments) => payments.findRefund(given));
    expect(again.then).toEqual(refund.then);
    const other = world.wish('alipay_mini_program');
    await world.payments.begin(other);
    const ended = await twice('alipay.trade.close', fault, (payments) => payments.cancel(other.paymentId));
    expect(ended.then.outcome).toEqual({ kind: 'cancelled' });
    expect([begun, found, refund, again, ended].map(({ first }) => first)).toEqual([
      ...Array.from({ length: 4 }, () => 'PAYMENT_UNAVAILABLE'),
      // Closed by the first try, it is found closed by the one that the SDK makes itself.
      fault[0] === 'reset_after' ? 'done' : 'PAYMENT_UNAVAILABLE',
    ]);
    const after = (await world.totals()).totals;
    expect([after['paid']! - before['paid']!, after['refunded']! - before['refunded']!]).toEqual([
      1234, 1000,
    ]);
  });

  test('a connection that breaks once is not noticed', async () => {
    const wish = world.wish('alipay_mini_program');
    await world.fault('reset_after', 'alipay.trade.create');
    expect((await world.payments.begin(wish))?.outcome.kind).toBe('waiting');
  });

  test('pages are still led to: nobody needs to be asked for them', async () => {
    const away = world.client({ gatewayUrl: 'http://127.0.0.1:1/gateway.do' });
    const wish = world.wish('phone_browser');
    expect((await away.begin(wish))?.outcome.kind).toBe('waiting');
    await expect(away.find(wish.paymentId)).rejects.toThrow(unavailable);
  });

  test('keys that are not ours are no reason to decline a shopper', async () => {
    const wrong = world.client({ privateKey: world.on.account.alipay.privateKey });
    await expect(wrong.begin(world.wish('alipay_mini_program'))).rejects.toThrow(unavailable);
    await expect(
      wrong.payerOf(
        { method: 'alipay', host: 'alipay_mini_program', authCode: await codeOf('open-wang') },
        account(world.wish('alipay_mini_program')),
      ),
    ).rejects.toThrow(unavailable);
  });

  test('the log says what failed, and nothing of keys, codes and people', async () => {
    const code = await codeOf('open-wang');
    world.lines.length = 0;
    await world.fault('forged_answer', 'alipay');
    const inAlipay = { method: 'alipay', host: 'alipay_mini_program', authCode: code } as const;
    await expect(world.payments.payerOf(inAlipay, account(world.wish('desktop_browser')))).rejects.toThrow(
      unavailable,
    );
    await world.fault('rate_limited', 'alipay');
    await expect(world.payments.find('pay_x')).rejects.toThrow(unavailable);
    expect(world.lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { method: 'alipay.system.oauth.token', reason: 'AlipayRequestError' },
      { method: 'alipay.trade.query', reason: 'passing', subCode: 'isv.app-call-limited' },
    ]);
    for (const secret of [code, 'open-wang', 'BEGIN', world.on.keys.alipayPublicKey.slice(60, 100)])
      expect(world.lines.join()).not.toContain(secret);
  });
});
