import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type MyAccount } from '#shared/contracts/identity/account';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { putInCart, removeFromCart } from '@/client/cart';
import { choosePlace } from '@/client/place';
import { queryClient } from '@/client/queries';
import { beginSession } from '@/client/session';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { CheckoutScreen } from './CheckoutScreen';

const cny = (amount: number) => ({ amount, currency: 'CNY' as const });
const title = { zh: '苹果', en: 'Apples' };
const cycle = { cycleId: 'cyc_1', cutoffAt: '2030-01-01T12:00:00.000Z', pickupDate: '2030-01-02' };
const account = { accountId: 'acc_1', displayName: '王芳', phone: '13800138000', roles: ['shopper'] };
const quote = (total: number) => ({
  cycleId: 'cyc_1',
  pickupPointId: 'ppt_1',
  orderable: true,
  lines: [
    {
      state: 'available',
      offerId: 'off_1',
      quantity: 2,
      title,
      pack: { zh: '一斤', en: 'about 500 g' },
      price: { estimate: cny(total), charged: cny(total), discount: cny(0), reasons: ['unit_price'] },
    },
  ],
  deliveryFee: { amount: cny(0), reason: 'pickup_is_free' },
  amounts: {
    goods: cny(total),
    deliveryFee: cny(0),
    discount: cny(0),
    estimatedTotal: cny(total),
    total: cny(total),
  },
  authorisation: { amount: cny(total), reason: 'exact', weighingTolerancePercent: 10 },
  cutoffAt: cycle.cutoffAt,
  pickupDate: cycle.pickupDate,
  holdMinutes: 15,
});
const tokens = {
  accessToken: 'a',
  accessTokenExpiresAt: '2100-01-01T00:00:00.000Z',
  refreshToken: 'r',
  refreshTokenExpiresAt: '2100-01-01T00:00:00.000Z',
};

const services = (
  placeOrder: () => { status?: number; body: unknown },
  prices: number[] = [1980],
  addresses: readonly object[] = [],
) =>
  answerApi({
    'GET /cycles/current': () => ({
      body: { cityId: 'cit_1', cycle, serverTime: '2029-12-31T00:00:00.000Z' },
    }),
    'GET /me': () => ({ body: account }),
    'GET /me/addresses': () => ({ body: { items: addresses } }),
    'POST /quotes': () => ({ body: quote(prices.length > 1 ? prices.shift()! : prices[0]!) }),
    'POST /orders': placeOrder,
  });

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <CheckoutScreen />
    </QueryClientProvider>,
  );
const submit = async () => {
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Order and pay' });
  await waitFor(() => expect(button.disabled).toBe(false));
  fireEvent.click(button);
};

let redirected: jest.SpyInstance;
beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  queryClient.clear();
  choosePlace({ pickupPointId: 'ppt_1', cityId: 'cit_1', name: title, address: 'a' } as PickupPointView);
  putInCart(
    {
      offerId: 'off_1',
      cycleId: 'cyc_1',
      title,
      pack: title,
      unitPrice: cny(990),
      stockLeft: 9,
    } as OfferCard,
    2,
  );
  beginSession(tokens, account as unknown as MyAccount);
  redirected = jest.spyOn(Taro, 'redirectTo').mockImplementation(() => Promise.resolve({ errMsg: '' }));
});
afterEach(() => {
  removeFromCart(['off_1']);
  jest.restoreAllMocks();
});

test('orders at the price that was seen and goes on to paying', async () => {
  const order = {
    orderId: 'ord_1',
    fulfilment: 'pickup',
    recipient: { name: '王芳', phone: '13800138000' },
    lines: [{ offerId: 'off_1' }],
  };
  const sent = services(() => ({ status: 201, body: order }));
  show();
  await screen.findByText('about 500 g');
  await submit();
  await waitFor(() => expect(redirected).toHaveBeenCalledWith({ url: '/pages/payment/index?orderId=ord_1' }));
  const placed = sent.find(({ operation }) => operation === 'POST /orders');
  expect(placed?.body).toMatchObject({
    expectedTotal: cny(1980),
    lines: [{ offerId: 'off_1', quantity: 2 }],
  });
  expect(placed?.headers['Idempotency-Key']).toMatch(/^\w{24}$/);
  expect(window.localStorage.getItem('lintuan:cart:1')).toBe('[]');
});

test('a changed price is shown before anything is ordered', async () => {
  services(() => ({ status: 409, body: { code: 'PRICE_CHANGED' } }), [1980, 2180]);
  show();
  await submit();
  await screen.findByText(/price has just changed/);
  await waitFor(() => expect(screen.getAllByText('¥21.80').length).toBeGreaterThan(0));
  expect(redirected).not.toHaveBeenCalled();
});

test('a cutoff that passes meanwhile keeps the cart', async () => {
  services(() => ({ status: 409, body: { code: 'CYCLE_CLOSED' } }));
  show();
  await submit();
  await screen.findByText(/round has just closed/);
  expect(window.localStorage.getItem('lintuan:cart:1')).toContain('off_1');
});

test('with too many unpaid orders it shows the way to them, until there is room again', async () => {
  const tab = jest.spyOn(Taro, 'switchTab').mockImplementation(() => Promise.resolve({ errMsg: '' }));
  const recipient = { name: '王芳', phone: '13800138000' };
  const order = { orderId: 'ord_1', fulfilment: 'pickup', recipient, lines: [] };
  const replies = [
    { status: 409, body: { code: 'TOO_MANY_UNPAID_ORDERS' } },
    { status: 201, body: order },
  ];
  services(() => replies.shift()!);
  show();
  await submit();
  fireEvent.click(await screen.findByRole('button', { name: 'See my orders' }));
  expect(tab).toHaveBeenCalledWith({ url: '/pages/orders/index' });
  await submit();
  await waitFor(() => expect(redirected).toHaveBeenCalledWith({ url: '/pages/payment/index?orderId=ord_1' }));
  expect(screen.queryByText(/too many unpaid/)).toBeNull();
});

test('asks for what is missing before it asks the server', async () => {
  const sent = services(() => ({ body: {} }));
  show();
  fireEvent.change(await screen.findByLabelText('Phone number'), { target: { value: '123' } });
  await submit();
  await screen.findByText(/^Enter a mobile, a landline/);
  expect(sent.map(({ operation }) => operation)).not.toContain('POST /orders');
});

test('at a door the one of the address receives it', async () => {
  const address = {
    addressId: 'adr_1',
    cityId: 'cit_1',
    recipientName: '李奶奶',
    phone: '13900139000',
    area: 'Sunshine',
    door: '3-201',
  };
  const sent = services(() => ({ status: 409, body: { code: 'CYCLE_CLOSED' } }), [1980], [address]);
  show();
  fireEvent.click(await screen.findByRole('tab', { name: 'To my door' }));
  await screen.findByDisplayValue('李奶奶');
  screen.getByText('Show your code at the door; what does not come is refunded');
  await submit();
  await waitFor(() => expect(sent.map(({ operation }) => operation)).toContain('POST /orders'));
  expect(sent.find(({ operation }) => operation === 'POST /orders')?.body).toMatchObject({
    recipient: { name: '李奶奶', phone: '13900139000' },
  });
});

test('a note outlives a reload, and goes with the order', async () => {
  services(() => ({
    status: 201,
    body: { orderId: 'ord_1', fulfilment: 'pickup', recipient: { name: 'a', phone: 'b' }, lines: [] },
  }));
  const { unmount } = show();
  fireEvent.change(await screen.findByLabelText(/^Note/), { target: { value: 'ripe bananas' } });
  unmount();
  show();
  await screen.findByDisplayValue('ripe bananas');
  await submit();
  await waitFor(() => expect(redirected).toHaveBeenCalled());
  expect(window.localStorage.getItem('lintuan:checkout-note:1')).toBeNull();
});

test('what another window takes out of the cart is not ordered here', async () => {
  services(() => ({ body: {} }));
  show();
  await screen.findByRole('button', { name: 'Order and pay' });
  window.localStorage.setItem('lintuan:cart:1', '[]');
  fireEvent(window, new StorageEvent('storage', { key: 'lintuan:cart:1' }));
  await screen.findByText('There is nothing to check out');
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Order and pay', hidden: false })).toBeNull(),
  );
});
