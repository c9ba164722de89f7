import { aLine, anOrder, aPayment, cny } from '@/testing/orders';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { accountOf } from './account';

const clams = aLine({
  price: { estimate: cny(1000), charged: cny(1100), discount: cny(0), reasons: ['unit_price'] },
  finalAmount: cny(1050),
  soldBy: 'weight',
});
const amounts = {
  goods: cny(1000),
  deliveryFee: cny(300),
  discount: cny(0),
  estimatedTotal: cny(1300),
  total: cny(1400),
};
const words = (order: OrderView) => accountOf(order).map(({ name, money }) => `${name} ${money.amount}`);

/** Every sum is the one before it and the rows between. */
const adds = (order: OrderView): boolean => {
  let running = 0;
  return accountOf(order).every(({ money, isSum }) => {
    if (isSum) return running === money.amount;
    running += money.amount;
    return true;
  });
};

const reserved = anOrder({
  lines: [aLine({ ...clams, finalAmount: undefined })],
  amounts,
  payment: aPayment({ status: 'authorised' }),
});
const captured = anOrder({
  status: 'collected',
  lines: [clams],
  amounts,
  refunded: cny(250),
  refunds: [
    {
      refundId: 'ref_1',
      amount: cny(50),
      way: 'not_charged',
      status: 'succeeded',
      reason: 'weight_difference',
    },
    { refundId: 'ref_2', amount: cny(200), status: 'pending', reason: 'granted_by_operator' },
  ],
  payment: aPayment({ status: 'captured', captured: cny(1350) }),
});

test('what is reserved is the goods, the reserve for weighing and the way to the door', () => {
  expect(words(reserved)).toEqual(['goodsEstimate 1000', 'reserve 100', 'fee 300', 'reserved 1400']);
});

test('what was never taken, what was charged and what came back lead to what it costs', () => {
  expect(words(captured)).toEqual([
    'goodsEstimate 1000',
    'reserve 100',
    'fee 300',
    'reserved 1400',
    'notCharged -50',
    'charged 1350',
    'refunded -200',
    'final 1150',
  ]);
});

test.each([
  ['reserved', reserved],
  ['captured', captured],
  ['by piece', anOrder()],
])('%s: the rows add up', (_, order) => {
  expect(adds(order)).toBe(true);
});
