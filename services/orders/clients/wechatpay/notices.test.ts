import { newId } from '#shared/kit/ids';
import { startListener, until, type Received } from '#shared/sandbox/kit/support';
import { type Report } from '../paymentProvider';
import { writeRefundNumber } from './numbers';
import { startPaying } from '../../../../tests/support/orders/wechatPayClient';

let door: Awaited<ReturnType<typeof startListener>>;
let shop: Awaited<ReturnType<typeof startPaying>>;
beforeAll(async () => {
  door = await startListener(() => ({ status: 200 }));
  shop = await startPaying({ notifyUrl: door.url });
});
afterAll(async () => {
  await shop.close();
  await door.close();
});

const reportOf = ({ headers, body }: Received): Report => ({
  body: Buffer.from(body),
  header: (name) => headers[name]?.toString(),
});
const read = (received: Received) => shop.payments.webhook.read(reportOf(received));
const next = async (happens: () => Promise<unknown>) => {
  const before = door.received.length;
  await happens();
  await until(() => door.received.length > before);
  return door.received.at(-1)!;
};
const refused = expect.objectContaining({ code: 'WEBHOOK_REFUSED' }) as unknown;

const noticeOf = async (paymentId: string) => {
  const { notices } = (await shop.on.control('GET', '/notices')).body as {
    notices: { id: string; trade: string }[];
  };
  return notices.find(({ trade }) => trade === paymentId)!;
};

it('tells that an order’s money is taken, however often it comes', async () => {
  const wish = shop.wishIn('desktop_browser');
  await shop.payments.begin(wish);
  const first = await next(() => shop.on.control('POST', `/trades/${wish.paymentId}/pay`));
  const { id } = await noticeOf(wish.paymentId);
  const event = {
    provider: 'wechatpay',
    eventId: id,
    type: 'TRANSACTION.SUCCESS',
    subject: { kind: 'intent', intentId: wish.paymentId, orderId: wish.orderId, taken: true },
  };
  const again = await next(() => shop.on.control('POST', `/notices/${id}/resend`));
  expect([await read(first), await read(again)]).toEqual([event, event]);
  expect(shop.payments.webhook.taken).toEqual({
    status: 200,
    contentType: 'application/json',
    body: '{"code":"SUCCESS"}',
  });
});

it.each([
  ['SUCCESS', 'REFUND.SUCCESS'],
  ['ABNORMAL', 'REFUND.ABNORMAL'],
  ['CLOSED', 'REFUND.CLOSED'],
])('tells whose refund ended: %s', async (outcome, type) => {
  const refund = shop.refundOf(await paidHere());
  const { orderId, refundId } = refund;
  const { providerRefundId } = await shop.payments.refund(refund);
  const number = writeRefundNumber({ kind: 'refund', orderId, refundId, count: 1 });
  expect(await read(await next(() => shop.settle(number, outcome)))).toMatchObject({
    type,
    subject: { kind: 'refund', orderId, refundId, attempt: 1, providerRefundId },
  });
});

it('tells of money that pays no order only when it is there again', async () => {
  const { orderId, paymentId } = await paidHere();
  const intent = await shop.payments.find(paymentId);
  const ends = async (count: number, outcome: string) => {
    await shop.payments.returnStray(intent);
    const number = writeRefundNumber({ kind: 'stray', orderId, paymentId, count });
    return (await read(await next(() => shop.settle(number, outcome)))).subject;
  };
  expect(await ends(1, 'CLOSED')).toEqual({ kind: 'intent', intentId: paymentId, orderId, taken: false });
  expect(await ends(2, 'SUCCESS')).toEqual({ kind: 'nothing' });
});

it('is passed over when it is about what somebody else sold or returned', async () => {
  await shop.on.control('PUT', '/refunds', { mode: 'automatic', delayMs: 0 });
  const notify = { notify_url: door.url };
  const sold = await next(() => shop.on.paid(notify));
  expect((await read(sold)).subject).toEqual({ kind: 'nothing' });
  const { paymentId } = await paidHere();
  const returned = await next(() => shop.on.refund(paymentId, 'by-hand', { refund: 1 }, notify));
  expect((await read(returned)).subject).toEqual({ kind: 'nothing' });
  await shop.on.control('PUT', '/refunds', { mode: 'held' });
});

describe('is refused', () => {
  const forge = async (as: string, changes: object = {}) => {
    const { id } = await noticeOf((await paidHere()).paymentId);
    return next(() => shop.on.control('POST', `/notices/${id}/forge`, { as, changes }));
  };

  it.each([
    ['signed by somebody else', 'signature', {}],
    ['signed by an unknown serial', 'serial', {}],
    ['too old', 'old', {}],
    ['sealed by another key', 'key', {}],
    ['for another merchant', 'content', { mchid: '9900000000' }],
    ['for another app', 'content', { appid: 'wx0000000000000000' }],
  ])('when it is %s', async (_what, as, changes) => {
    await expect(read(await forge(as, changes))).rejects.toEqual(refused);
  });

  it('when it is repeated after a while', async () => {
    const received = await next(paidHere);
    shop.clock.passes(300_000);
    await expect(read(received)).resolves.toBeDefined();
    shop.clock.passes(1_000);
    await expect(read(received)).rejects.toEqual(refused);
  });

  it('when anything of it was changed or left out', async () => {
    const received = await next(paidHere);
    const report = reportOf(received);
    const changed: Report[] = [
      { ...report, body: Buffer.from(`${received.body} `) },
      { ...report, body: Buffer.alloc(0) },
      ...['timestamp', 'nonce', 'serial', 'signature'].flatMap((name) =>
        [undefined, '', '1', 'NaN'].map((value) => ({
          ...report,
          header: (asked: string) => (asked === `wechatpay-${name}` ? value : report.header(asked)),
        })),
      ),
    ];
    for (const one of changed) await expect(shop.payments.webhook.read(one)).rejects.toEqual(refused);
  });
});

it('may lie about sums: they are asked for', async () => {
  const { paymentId } = await paidHere();
  const { id } = await noticeOf(paymentId);
  const changes = { amount: { total: 1, currency: 'USD' } };
  const lie = await next(() => shop.on.control('POST', `/notices/${id}/forge`, { as: 'content', changes }));
  expect((await read(lie)).subject).toMatchObject({ kind: 'intent', intentId: paymentId });
  expect(await shop.payments.find(paymentId)).toMatchObject({ amountFen: 1234 });
});

/** Paid, with its notice received. */
async function paidHere() {
  const wish = shop.wishIn('desktop_browser', { orderId: newId('ord', shop.clock.now()) });
  await shop.payments.begin(wish);
  await next(() => shop.on.control('POST', `/trades/${wish.paymentId}/pay`));
  return wish;
}
