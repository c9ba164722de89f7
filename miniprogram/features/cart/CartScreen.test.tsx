import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { putInCart, removeFromCart } from '@/client/cart';
import { choosePlace } from '@/client/place';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { CartScreen } from './CartScreen';

const cny = (amount: number) => ({ amount, currency: 'CNY' as const });
const title = { zh: '苹果', en: 'Apples' };
const pack = { zh: '一斤', en: '500 g' };
const cycle = { cycleId: 'cyc_1', cutoffAt: '2100-01-01T12:00:00.000Z', pickupDate: '2100-01-02' };
const quote = (line: object, orderable: boolean) => ({
  cycleId: 'cyc_1',
  pickupPointId: 'ppt_1',
  orderable,
  lines: [{ offerId: 'off_1', quantity: 2, title, ...line }],
  deliveryFee: { amount: cny(0), reason: 'pickup_is_free' },
  amounts: {
    goods: cny(1980),
    deliveryFee: cny(0),
    discount: cny(0),
    estimatedTotal: cny(1980),
    total: cny(2180),
  },
  authorisation: {
    amount: cny(2180),
    reason: 'upper_estimate_for_weighed_goods',
    weighingTolerancePercent: 10,
  },
});
const weighed = {
  state: 'available',
  price: {
    estimate: cny(1980),
    charged: cny(2180),
    discount: cny(0),
    reasons: ['unit_price', 'weighed_upper_estimate'],
  },
};

const show = (open: boolean, priced?: object) => {
  answerApi({
    'GET /cycles/current': () => ({ body: { cityId: 'cit_1', ...(open ? { cycle } : {}) } }),
    'POST /quotes': () => ({ body: priced }),
  });
  return render(
    <QueryClientProvider client={queryClient}>
      <CartScreen />
    </QueryClientProvider>,
  );
};
const checkout = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Check out' });

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  queryClient.clear();
  choosePlace({ pickupPointId: 'ppt_1', cityId: 'cit_1', name: title, address: 'a' } as PickupPointView);
  putInCart(
    {
      offerId: 'off_1',
      cycleId: 'cyc_1',
      title,
      pack,
      unitPrice: cny(990),
      stockLeft: 9,
    } as OfferCard,
    2,
  );
});
afterEach(() => {
  removeFromCart(['off_1']);
  jest.restoreAllMocks();
});

test('shows what the server makes of it, with the reason', async () => {
  show(true, quote(weighed, true));
  await screen.findByText(/Charged by real weight: ¥21.80 is reserved/);
  await waitFor(async () => expect((await checkout()).disabled).toBe(false));
});

test('too little for an order: said how much is missing, not orderable', async () => {
  show(true, { ...quote(weighed, false), belowMinimum: { minimum: cny(100), missing: cny(20) } });
  await screen.findByText('Orders start at ¥1.00: add ¥0.20 more');
  expect((await checkout()).disabled).toBe(true);
});

test('sold out while in the cart: said, not orderable, one tap to remove', async () => {
  show(true, quote({ state: 'unavailable', reason: 'out_of_stock' }, false));
  await screen.findByText('Not enough left');
  expect((await checkout()).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Remove these' }));
  await screen.findByText('Your cart is empty');
});

test('between two rounds the cart is kept and says when it can be ordered', async () => {
  show(false);
  await screen.findByText(/round is closed/);
  expect((await checkout()).disabled).toBe(true);
  expect(screen.getByText('Apples')).toBeTruthy();
});
