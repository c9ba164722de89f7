import { alipayWorld, report } from '../../../../tests/support/orders/alipayWorld';
import { RefundId } from '#shared/contracts/ids';
import { until, type Received } from '#shared/sandbox/kit/support';
import { withSign } from '#shared/sandbox/alipay/signing';
import { type IntentWish } from '../paymentProvider';

let world: Awaited<ReturnType<typeof alipayWorld>>;
beforeAll(async () => {
  world = await alipayWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.shop.received.length = 0;
});

const came = async (count: number): Promise<readonly Received[]> => {
  await until(() => world.shop.received.length === count);
  return world.shop.received;
};
const read = (received: Pick<Received, 'body'>) => world.payments.webhook.read(report(received));
const refused = expect.objectContaining({ code: 'WEBHOOK_REFUSED' }) as Error;
const fieldsOf = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body));
/** The notice with other fields, signed by Alipay or by whoever has that key. */
const changed = (
  received: Received,
  changes: Record<string, string | undefined>,
  key = 'alipay' as 'alipay' | 'app',
) => {
  const { sign: _, sign_type: __, ...fields } = { ...fieldsOf(received), ...changes };
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const signed = withSign(Object.fromEntries(given), world.on.account[key].privateKey);
  return { body: new URLSearchParams(signed).toString() };
};
const refund = ({ orderId, paymentId }: IntentWish, fen: number, id: string) =>
  world.payments.refund({
    ...{ orderId, intentId: paymentId, fen, attempt: 3, paidFen: 1234 },
    refundId: RefundId.parse(id),
    requestedAt: world.clock.now(),
  });

test('a payment is told, by the word that Alipay waits for', async () => {
  const { orderId, paymentId } = await world.paid();
  const [notice] = await came(1);
  const told = {
    ...{ provider: 'alipay', type: 'TRADE_SUCCESS', eventId: fieldsOf(notice!)['notify_id'] },
    subject: { kind: 'intent', intentId: paymentId, orderId, taken: true },
  };
  for (const _ of [1, 2]) expect(await read(notice!)).toEqual(told);
  expect(world.payments.webhook.taken).toEqual({
    ...{ status: 200, contentType: 'text/plain; charset=utf-8', body: 'success' },
  });
});

test('a payment in a browser names its order, too', async () => {
  const wish = world.wish('desktop_browser');
  const begun = await world.payments.begin(wish);
  const cashier = await world.visit((begun!.outcome as { step: { url: string } }).step.url);
  await world.press(cashier, 'pay');
  const [notice] = await came(1);
  expect((await read(notice!)).subject).toEqual({
    ...{ kind: 'intent', intentId: wish.paymentId, orderId: wish.orderId, taken: true },
  });
});

test('each refund is told, also the one that gives back the rest', async () => {
  const wish = await world.paid();
  await refund(wish, 1000, 'ref_1');
  await refund(wish, 234, 'ref_2');
  const [, part, rest] = await came(3);
  for (const [notice, refundId] of [
    [part, 'ref_1'],
    [rest, 'ref_2'],
  ] as const)
    expect(await read(notice!)).toMatchObject({
      type: 'refund',
      subject: {
        ...{ kind: 'refund', orderId: wish.orderId, refundId, attempt: 1 },
        providerRefundId: refundId,
      },
    });
});

test('what was closed took nothing', async () => {
  const wish = world.wish('alipay_mini_program');
  await world.payments.begin(wish);
  await world.payments.cancel(wish.paymentId);
  const [notice] = await came(1);
  expect(await read(notice!)).toMatchObject({ type: 'TRADE_CLOSED', subject: { taken: false } });
});

test('what this program did not ask for is passed over', async () => {
  const wish = await world.paid();
  await world.on.exec('alipay.trade.refund', {
    ...{ out_trade_no: wish.paymentId, refund_amount: '1.00', out_request_no: 'by-hand' },
  });
  const [payment, byHand] = await came(2);
  for (const given of [
    byHand!,
    changed(payment!, { passback_params: undefined }),
    changed(payment!, { passback_params: 'colour%3Dred' }),
    changed(payment!, { passback_params: '%' }),
    changed(payment!, { out_trade_no: 'order_1' }),
    changed(payment!, { notify_type: 'dut_user_sign', seller_id: undefined }),
  ])
    expect((await read(given)).subject).toEqual({ kind: 'nothing' });
});

describe('refused is', () => {
  let genuine: Received;
  beforeEach(async () => {
    await world.paid();
    genuine = (await came(1))[0]!;
  });

  test.each([
    ['of another app', { app_id: '9900000000000000' }],
    ['of another merchant', { seller_id: '9900000000000000' }],
    ['of another amount', { total_amount: '0.01' }],
  ])('what is %s', async (_what, changes) => {
    await expect(read(changed(genuine, changes))).rejects.toThrow(refused);
  });

  test.each([
    ['signed by somebody else', (): { body: string } => changed(genuine, {}, 'app')],
    ['changed on its way', () => ({ body: genuine.body.replace('12.34', '12.35') })],
    ['not signed', () => ({ body: genuine.body.replace(/&sign=[^&]*/, '') })],
    ['signed in the old way', () => ({ body: genuine.body.replace('sign_type=RSA2', 'sign_type=RSA') })],
    ['signed in no known way', () => ({ body: genuine.body.replace('sign_type=RSA2', 'sign_type=none') })],
    ['no form', () => ({ body: '{"trade_status":"TRADE_SUCCESS"}' })],
    ['empty', () => ({ body: '' })],
  ])('what is %s', async (_what, given) => {
    await expect(read(given())).rejects.toThrow(refused);
  });

  test('what was overheard and comes again a day later', async () => {
    world.clock.passes(25 * 3_600_000);
    expect((await read(genuine)).subject.kind).toBe('intent');
    world.clock.passes(3_600_001);
    await expect(read(genuine)).rejects.toThrow(refused);
  });

  test.each([['notify_id'], ['notify_time'], ['trade_status'], ['total_amount'], ['seller_id']])(
    'what is signed and has no %s',
    async (field) => {
      await expect(read(changed(genuine, { [field]: undefined }))).rejects.toMatchObject({
        name: 'ZodError',
      });
    },
  );
});
