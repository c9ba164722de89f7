import { screen } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { cny } from '@/testing/orders';
import { show, signedIn } from '@/testing/show';
import { UnpaidOrder } from './UnpaidOrder';

afterEach(() => jest.restoreAllMocks());

test('an order that was left unpaid is remembered', async () => {
  queryClient.clear();
  signedIn('shopper');
  answerApi({
    'GET /orders': () => ({
      body: {
        items: [
          {
            orderId: 'ord_1',
            total: cny(1980),
            payBefore: '2100-01-01T00:00:00.000Z',
            actions: ['pay', 'cancel'],
          },
        ],
      },
    }),
  });
  show(<UnpaidOrder />);
  await screen.findByText('An order waits to be paid');
  screen.getByRole('button', { name: 'Pay' });
});
