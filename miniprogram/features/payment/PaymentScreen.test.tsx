import { act, fireEvent, screen } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { anOrder, aPayment } from '@/testing/orders';
import { show, signedIn } from '@/testing/show';
import { PaymentScreen } from './PaymentScreen';

const unpaid = anOrder({
  status: 'awaiting_payment',
  payBefore: '2100-01-01T00:00:00.000Z',
  actions: ['pay'],
});
const later = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
  queryClient.clear();
  signedIn('shopper');
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('a second try that goes through on the provider’s page is seen here', async () => {
  let payment = aPayment({ status: 'declined', method: 'card' });
  answerApi({
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: payment }),
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  screen.getByText('That did not go through. Try another way.');
  payment = aPayment({ status: 'authorised', method: 'card' });
  await later(2_500);
  screen.getByText('Paid');
});

test('whoever pays again what is paid meanwhile is told of success only', async () => {
  let payment = aPayment();
  answerApi({
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({ body: payment }),
    'POST /orders/ord_1/payments': () => {
      payment = aPayment({ status: 'captured', captured: payment.amount });
      return { status: 409, body: { code: 'ORDER_ACTION_NOT_ALLOWED' } };
    },
  });
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  fireEvent.click(screen.getByRole('button', { name: 'Pay now' }));
  await later(1_000);
  screen.getByText('Paid');
  expect(screen.queryByText(/not in a state/)).toBeNull();
});

test('a phone is not asked to scan itself', async () => {
  const page = 'https://pay.example/1';
  const step = { kind: 'show_qr', data: 'weixin://pay', imageDataUrl: '', pageUrl: page };
  answerApi({
    'GET /orders/ord_1': () => ({ body: unpaid }),
    'GET /orders/ord_1/payment': () => ({
      body: aPayment({ status: 'waiting', method: 'wechat_pay', step }),
    }),
  });
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  show(<PaymentScreen orderId="ord_1" />);
  await later(1_000);
  expect(screen.queryByText('Scan with another phone to pay')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open the payment page' }));
  expect(open).toHaveBeenCalledWith(page, '_blank');
  fireEvent.click(screen.getByRole('button', { name: 'Pay with another phone' }));
  screen.getByText('Scan with another phone to pay');
});
