import { screen } from '@testing-library/react';
import { type OrderSummary } from '#shared/contracts/orders/orderViews';
import { type z } from 'zod';
import { cny } from '@/testing/orders';
import { show } from '@/testing/show';
import { OrderCard } from './OrderCard';

const order = (different: object) =>
  ({
    orderId: 'ord_1',
    status: 'collected',
    fulfilment: 'pickup',
    lines: [
      { lineId: 'lin_1', title: { zh: '花蛤', en: 'Clams' }, quantity: 1 },
      { lineId: 'lin_2', title: { zh: '苹果', en: 'Apples' }, quantity: 2 },
    ],
    total: cny(1400),
    refunded: cny(50),
    placedAt: '2030-01-01T00:00:00.000Z',
    actions: [],
    ...different,
  }) as unknown as z.output<typeof OrderSummary>;

test('names its goods, and what they cost rather than what was reserved', () => {
  show(<OrderCard order={order({})} />);
  screen.getByText('Clams × 1, Apples × 2');
  screen.getByLabelText('¥13.50');
});

test('what comes to the door is not collected', () => {
  show(<OrderCard order={order({ status: 'ready', fulfilment: 'door' })} />);
  screen.getByText('Comes to your door');
});
