import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { type MyAccount, type Tokens } from '#shared/contracts/identity/account';
import { queryClient } from '@/client/queries';
import { beginSession } from '@/client/session';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { PickupCodeScreen } from './PickupCodeScreen';

const code = (status: string) => ({
  orderId: 'ord_1',
  status,
  digits: '40371926',
  qr: 'lintuan1.ord_1.40371926.signature',
  pickupPoint: {
    name: { zh: '阳光', en: 'Sunshine' },
    address: 'a',
    openingHours: [{ from: '09:00', to: '21:00' }],
  },
  version: 1,
});
const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <PickupCodeScreen orderId="ord_1" />
    </QueryClientProvider>,
  );
const kept = () => window.localStorage.getItem('lintuan:pickup-code:ord_1:1');

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  queryClient.clear();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  beginSession(
    { accessToken: 'a', accessTokenExpiresAt: '2100-01-01T00:00:00.000Z', refreshToken: 'r' } as Tokens,
    { accountId: 'acc_1', displayName: 'Li', roles: ['shopper'] } as unknown as MyAccount,
  );
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('a code that was seen once opens without a signal', async () => {
  answerApi({ 'GET /pickup-codes/ord_1': () => ({ body: code('ready') }) });
  const { unmount } = show();
  await screen.findByLabelText('Pickup code 40371926');
  await waitFor(() => expect(kept()).toContain('40371926'));
  unmount();
  queryClient.clear();
  answerApi({ 'GET /pickup-codes/ord_1': () => ({ status: 503, body: {} }) });
  show();
  await screen.findByLabelText('Pickup code 40371926');
  await screen.findByText(/the code as it was saved/);
});

test('a used code is shown no more and not kept', async () => {
  answerApi({ 'GET /pickup-codes/ord_1': () => ({ body: code('redeemed') }) });
  show();
  await screen.findByText('Collected');
  await waitFor(() => expect(kept()).toBeNull());
  expect(screen.queryByLabelText(/Pickup code/)).toBeNull();
});

test('what is brought to the door says so, and when the code is asked for', async () => {
  const brought = { ...code('ready'), fulfilment: 'door', collectBefore: '2100-01-01T00:00:00.000Z' };
  answerApi({ 'GET /pickup-codes/ord_1': () => ({ body: brought }) });
  show();
  await screen.findByText('Show this to whoever brings it');
  screen.getByText(/^It is brought to your door.* asked for this code when you receive it/);
  screen.getByText('Comes to your door');
  screen.getByText('From Sunshine');
  screen.getByLabelText('Pickup code 40371926');
  for (const words of ['Show this to your leader', 'Ready to collect', /^Please collect/, /^Open /])
    expect(screen.queryByText(words)).toBeNull();
});

test.each([
  ['until then, the moment to collect by', '2100-01-01T00:00:00.000Z', /^Please collect it before/],
  [
    'after that, whom to ask',
    '2026-01-01T00:00:00.000Z',
    /^It was to be collected before .* Ask your leader/,
  ],
])('tells %s', async (_, collectBefore, words) => {
  answerApi({ 'GET /pickup-codes/ord_1': () => ({ body: { ...code('ready'), collectBefore } }) });
  show();
  await screen.findByText(words);
  await screen.findByLabelText('Pickup code 40371926');
});

test('a late code is asked for again: the leader may let it wait longer', async () => {
  jest.useFakeTimers();
  let collectBefore = '2026-01-01T00:00:00.000Z';
  answerApi({ 'GET /pickup-codes/ord_1': () => ({ body: { ...code('ready'), collectBefore } }) });
  show();
  await act(() => jest.advanceTimersByTimeAsync(1_000));
  screen.getByText(/^It was to be collected before/);
  collectBefore = '2100-01-01T00:00:00.000Z';
  await act(() => jest.advanceTimersByTimeAsync(16_000));
  screen.getByText(/^Please collect it before/);
});
