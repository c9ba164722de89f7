import { newId } from '#shared/kit/ids';
import { writeRefundNumber } from './numbers';
import { startPaying, unavailable } from '../../../../tests/support/orders/wechatPayClient';

let shop: Awaited<ReturnType<typeof startPaying>>;
beforeAll(async () => {
  shop = await startPaying();
});
afterAll(() => shop.close());

const numberOf = ({ orderId, refundId }: ReturnType<typeof shop.refundOf>, count = 1) =>
  writeRefundNumber({ kind: 'refund', orderId, refundId, count });
const findRefund = (request: ReturnType<typeof shop.refundOf>) =>
  shop.payments.findRefund({ ...request, providerRefundId: '50' });
const totals = async () => (await shop.on.control('GET', '/totals')).body['totals'] as { refunded: number };

it('goes back in parts, each once', async () => {
  const wish = await shop.paid();
  const [first, second] = [shop.refundOf(wish), shop.refundOf(wish, { fen: 734 })];
  const begun = await Promise.all([first, first, second].map((one) => shop.payments.refund(one)));
  expect(begun).toEqual(
    [first, first, second].map(({ refundId }) => ({
      refundId,
      attempt: 1,
      providerRefundId: expect.stringMatching(/^50\d+$/) as string,
      outcome: { kind: 'pending' },
    })),
  );
  expect(begun[0]?.providerRefundId).toBe(begun[1]?.providerRefundId);
  await shop.settle(numberOf(first), 'SUCCESS');
  expect((await findRefund(first)).outcome).toEqual({ kind: 'succeeded' });
  expect((await shop.payments.refund(first)).outcome).toEqual({ kind: 'succeeded' });
  expect((await shop.payments.find(wish.paymentId)).outcome).toEqual({ kind: 'captured', fen: 1234 });
  expect(await shop.payments.refund(shop.refundOf(wish, { fen: 1 }))).toMatchObject({
    outcome: { kind: 'failed', failure: 'invalid_request' },
  });
});

it.each(['reset_after', 'error_after'])('is known after a call that was cut off: %s', async (kind) => {
  const refund = shop.refundOf(await shop.paid(), { fen: 1234 });
  await shop.fault(kind, { path: '/v3/refund', count: 2 });
  await expect(shop.payments.refund(refund)).rejects.toEqual(unavailable);
  const [known, again] = [await findRefund(refund), await shop.payments.refund(refund)];
  expect(again).toEqual(known);
  expect(known.outcome).toEqual({ kind: 'pending' });
});

it('that was closed gives its sum free, for one under another number', async () => {
  const wish = await shop.paid();
  const refund = shop.refundOf(wish, { fen: 1234 });
  const first = await shop.payments.refund(refund);
  await shop.settle(numberOf(refund), 'CLOSED');
  expect((await findRefund(refund)).outcome).toEqual({ kind: 'failed', failure: 'closed' });
  const again = { ...refund, attempt: 2 };
  const second = await shop.payments.refund(again);
  expect(second).toMatchObject({ attempt: 2, outcome: { kind: 'pending' } });
  expect(second.providerRefundId).not.toBe(first.providerRefundId);
  expect(await shop.payments.refund(again)).toEqual(second);
  await shop.settle(numberOf(refund, 2), 'SUCCESS');
  expect((await findRefund(again)).outcome).toEqual({ kind: 'succeeded' });
});

it('that is abnormal keeps its sum taken: tried again, it is the same one', async () => {
  const refund = shop.refundOf(await shop.paid(), { fen: 1234 });
  const first = await shop.payments.refund(refund);
  await shop.settle(numberOf(refund), 'ABNORMAL');
  const again = { ...refund, attempt: 2 };
  expect(await shop.payments.refund(again)).toMatchObject({
    attempt: 2,
    providerRefundId: first.providerRefundId,
    outcome: { kind: 'failed', failure: 'abnormal' },
  });
  await shop.on.call(
    'POST',
    `/v3/refund/domestic/refunds/${first.providerRefundId ?? ''}/apply-abnormal-refund`,
    {
      out_refund_no: numberOf(refund),
      type: 'MERCHANT_BANK_CARD',
    },
  );
  await shop.settle(numberOf(refund), 'SUCCESS');
  const before = (await totals()).refunded;
  expect((await shop.payments.refund({ ...refund, attempt: 3 })).outcome).toEqual({ kind: 'succeeded' });
  expect((await totals()).refunded).toBe(before);
});

it('for which there was too little money is asked for again under its own number', async () => {
  const refund = shop.refundOf(await shop.paid());
  await shop.on.control('PUT', '/refunds', { shortNext: 1 });
  expect(await shop.payments.refund(refund)).toEqual({
    refundId: refund.refundId,
    attempt: 1,
    outcome: { kind: 'failed', failure: 'not_enough' },
  });
  expect((await findRefund(refund)).outcome).toEqual({ kind: 'failed', failure: 'not_found' });
  expect((await shop.payments.refund({ ...refund, attempt: 2 })).outcome).toEqual({ kind: 'pending' });
  await shop.settle(numberOf(refund), 'SUCCESS');
  expect((await findRefund({ ...refund, attempt: 2 })).outcome).toEqual({ kind: 'succeeded' });
});

it('needs a payment, and the sum that it was first asked for', async () => {
  const open = shop.wishIn('desktop_browser');
  await shop.payments.begin(open);
  for (const wish of [open, shop.wishIn('desktop_browser')])
    expect((await shop.payments.refund(shop.refundOf(wish))).outcome.kind).toBe('failed');
  const refund = shop.refundOf(await shop.paid());
  await shop.payments.refund(refund);
  expect((await shop.payments.refund({ ...refund, fen: 501 })).outcome).toEqual({
    kind: 'failed',
    failure: 'another_refund',
  });
});

describe('money that pays no order', () => {
  const stray = ({ orderId, paymentId }: Awaited<ReturnType<typeof shop.paid>>, count = 1) =>
    writeRefundNumber({ kind: 'stray', orderId, paymentId, count });

  it('goes back once, all of it, and again when WeChat Pay gave it free', async () => {
    const wish = await shop.paid();
    const intent = await shop.payments.find(wish.paymentId);
    await Promise.all([1, 2].map(() => shop.payments.returnStray(intent)));
    expect((await shop.settle(stray(wish), 'CLOSED')).body).toMatchObject({ amount: { refund: 1234 } });
    await shop.payments.returnStray(await shop.payments.find(wish.paymentId));
    await shop.payments.returnStray(intent);
    expect((await shop.settle(stray(wish, 2), 'SUCCESS')).status).toBe(200);
    expect((await shop.settle(stray(wish, 3), 'SUCCESS')).status).toBe(404);
  });

  it('is none when nothing was paid', async () => {
    const wish = shop.wishIn('desktop_browser');
    await shop.payments.returnStray((await shop.payments.begin(wish))!);
    expect((await shop.settle(stray(wish), 'SUCCESS')).status).toBe(404);
  });

  it('is told of when somebody returned a part of it by hand', async () => {
    const wish = await shop.paid();
    await shop.on.refund(wish.paymentId, newId('ref', shop.clock.now()), { refund: 1 });
    await shop.payments.returnStray(await shop.payments.find(wish.paymentId));
    expect(shop.lines.at(-1)).toContain('money that pays no order was not returned');
  });
});
