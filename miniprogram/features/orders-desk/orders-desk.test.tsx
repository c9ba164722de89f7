import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { aLine, anOrder, cny } from '@/testing/orders';
import { show, signedIn } from '@/testing/show';
import { OrdersDeskScreen } from './OrdersDeskScreen';

const found = {
  orderId: 'ord_1',
  status: 'paid',
  fulfilment: 'pickup',
  recipientName: '王芳',
  phoneTail: '8000',
  lines: [{ lineId: 'lin_1', title: { zh: '苹果', en: 'Apples' }, quantity: 2 }],
};

type Wish = {
  lines: { lineId: string; units?: number; amount?: { amount: number } }[];
  reason: string;
  goods: string;
};
/** As the service does it: ¥9.90 a unit, or what was asked for. */
const priceOf = ({ lines: [line] }: Wish) => cny(line?.amount?.amount ?? (line?.units ?? 2) * 990);

const open = async (different: object = {}, preview?: object) => {
  const order = anOrder(different);
  const sent = answerApi({
    'GET /orders/search': () => ({ body: { items: [found] } }),
    'GET /orders/ord_1': () => ({ body: order }),
    'POST /orders/ord_1/refunds/preview': (body) =>
      preview
        ? { status: 409, body: preview }
        : { body: { total: priceOf(body as Wish), deliveryFee: cny(0), lines: [] } },
    'POST /orders/ord_1/refunds': (body) => ({
      status: 201,
      body: { ...order, refunds: [{ refundId: 'ref_1', amount: priceOf(body as Wish) }] },
    }),
  });
  show(<OrdersDeskScreen />);
  fireEvent.change(await screen.findByRole('searchbox'), { target: { value: '138 0013 8000' } });
  fireEvent.click(await screen.findByText('王芳 · …8000'));
  const refunds = () =>
    sent.filter(({ operation }) => operation === 'POST /orders/ord_1/refunds').map(({ body }) => body);
  return { sent, refunds };
};
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  queryClient.clear();
  Element.prototype.scrollIntoView = () => undefined;
  signedIn('operator');
});
afterEach(() => jest.restoreAllMocks());

test('goods that do not come are paid back as it was shown before, once however often it is tapped', async () => {
  const { sent } = await open();
  fireEvent.click(await screen.findByRole('button', { name: 'Refund' }));
  await screen.findByText('The shopper gets ¥19.80 back, the way it was paid');
  fireEvent.click(screen.getByRole('button', { name: 'One Apples less' }));
  await screen.findByText('The shopper gets ¥9.90 back, the way it was paid');
  const button = screen.getByRole('button', { name: 'Pay ¥9.90 back' });
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findAllByText('¥9.90 is on its way back');
  const refunds = sent.filter(({ operation }) => operation === 'POST /orders/ord_1/refunds');
  // However often it was sent, it is one wish.
  expect(new Set(refunds.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1);
  expect(refunds[0]?.body).toEqual({
    lines: [{ lineId: 'lin_1', units: 1 }],
    reason: 'line_cancelled',
    goods: 'do_not_come',
  });
});

test('goods that come: no more than is left can be paid back', async () => {
  const { refunds } = await open();
  fireEvent.click(await screen.findByRole('button', { name: 'Refund' }));
  fireEvent.click(screen.getByRole('radio', { name: 'They come; pay some back' }));
  const amount = screen.getByRole('textbox', { name: /How much/ });
  fireEvent.change(amount, { target: { value: '19.81' } });
  fireEvent.click(screen.getAllByRole('button', { name: 'Refund' }).at(-1)!);
  expect((await screen.findAllByText('At most ¥19.80')).length).toBeGreaterThan(0);
  expect(refunds()).toEqual([]);
  fireEvent.change(amount, { target: { value: '3' } });
  await screen.findByText('The shopper gets ¥3.00 back, the way it was paid');
  fireEvent.change(screen.getByLabelText('Who bears it'), { target: { value: 'supplier' } });
  await screen.findByText('The shopper gets ¥3.00 back, the way it was paid');
  tap('Pay ¥3.00 back');
  await waitFor(() =>
    expect(refunds()).toEqual([
      {
        lines: [{ lineId: 'lin_1', amount: cny(300) }],
        ...{ reason: 'granted_by_operator', goods: 'come', payer: 'supplier' },
      },
    ]),
  );
});

test('what was handed out cannot stay away; what is paid back in whole has no button', async () => {
  await open({ status: 'collected', lines: [aLine(), aLine({ lineId: 'lin_2', refunded: cny(1980) })] });
  expect(await screen.findAllByRole('button', { name: 'Refund' })).toHaveLength(1);
  screen.getByText('Paid back in whole');
  tap('Refund');
  screen.getByText('The goods are handed out: money can still go back');
  expect(screen.queryByRole('radio', { name: 'They do not come' })).toBeNull();
});

test('nothing is paid back while it cannot be said how much', async () => {
  const { refunds } = await open({}, { code: 'REFUND_TOO_LARGE' });
  fireEvent.click(await screen.findByRole('button', { name: 'Refund' }));
  await screen.findByText('A refund cannot be more than what was paid.');
  const buttons = screen.getAllByRole('button', { name: 'Refund' });
  fireEvent.click(buttons.at(-1)!);
  expect(refunds()).toEqual([]);
});

test('an unpaid order has nothing to pay back', async () => {
  await open({ status: 'awaiting_payment', payment: { status: 'none' } });
  await screen.findByText('It is not paid: there is nothing to pay back');
  expect(screen.queryByRole('button', { name: 'Refund' })).toBeNull();
});

test('a payment that is being captured can go back', async () => {
  await open({ payment: { status: 'capturing' } });
  await screen.findByRole('button', { name: 'Refund' });
  expect(screen.queryByText('It is not paid: there is nothing to pay back')).toBeNull();
});

test('an order is found by its number as it is read out; an extension is no part of the phone’s end', async () => {
  const recipient = { name: '王芳', phone: '010-65551234-801' };
  answerApi({
    'GET /orders/search': () => ({ body: { items: [] } }),
    'GET /orders/ord_0ZZD42VNXHB7R47MKK5YSEP2PW': () => ({ body: anOrder({ recipient }) }),
  });
  show(<OrdersDeskScreen />);
  const words = { target: { value: '0zzd42vnxhb7r47m kk5ysep2pw' } };
  fireEvent.change(await screen.findByRole('searchbox'), words);
  await screen.findByText('王芳 · …1234');
});

test('a refund that failed says so', async () => {
  await open({ refunds: [{ refundId: 'ref_1', status: 'failed', amount: cny(990) }] });
  await screen.findByText('The refund of ¥9.90 failed');
});

test('without words it shows refunds that failed, or how to begin', async () => {
  answerApi({ 'GET /orders/search': () => ({ body: { items: [] } }) });
  show(<OrdersDeskScreen />);
  await screen.findByText('Find an order');
});

test('a part of a name is looked for among the orders of a round, which can be another one', async () => {
  const asked: Record<string, string>[] = [];
  const day = { opensAt: '2026-01-01T00:00:00.000Z', cutoffAt: '2026-01-02T00:00:00.000Z' };
  const cycles = ['cyc_2', 'cyc_1'].map((cycleId, n) => ({
    ...{ ...day, cycleId, cityId: 'cty_1', pickupDate: `2026-01-0${4 - n}` },
  }));
  const city = { cityId: 'cty_1', name: { zh: '杭州', en: 'Hangzhou' }, utcOffsets: [] };
  answerApi({
    'GET /cities': () => ({ body: { items: [city] } }),
    'GET /cycles': () => ({ body: { items: cycles } }),
    'GET /orders/search': (_, query) => {
      asked.push(Object.fromEntries(query));
      return { body: { items: query.get('cycleId') === 'cyc_1' ? [found] : [] } };
    },
  });
  show(<OrdersDeskScreen />);
  fireEvent.change(await screen.findByRole('searchbox'), { target: { value: '芳' } });
  await screen.findByText('Choose another round, or enter the whole phone or order number.');
  fireEvent.change(screen.getByLabelText('Round'), { target: { value: 'cyc_1' } });
  await screen.findByText('王芳 · …8000');
  expect(asked.slice(-2)).toEqual([
    { limit: '30', name: '芳', cycleId: 'cyc_2' },
    { limit: '30', name: '芳', cycleId: 'cyc_1' },
  ]);
});
