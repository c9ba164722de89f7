import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { type MyAccount, type Tokens } from '#shared/contracts/identity/account';
import { queryClient } from '@/client/queries';
import { useFollow } from '@/client/realtime';
import { beginSession } from '@/client/session';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { ReceiveScreen } from './ReceiveScreen';

jest.mock('@/client/realtime');

const stop = (answer?: object) => ({
  stopId: 'stp_1',
  status: 'handed_over',
  courierName: 'Wang',
  arrivalDoubt: { kind: 'far', metres: 7_230, reason: 'met_elsewhere', note: 'South gate' },
  crates: [{ crateId: 'crt_1', units: 10 }],
  receipt: {
    receivedAt: '2026-03-02T00:10:00.000Z',
    discrepancies: [
      {
        ...{ discrepancyId: 'dis_1', title: { zh: '青菜', en: 'Greens' }, expected: 10, received: 7 },
        ...(answer ? { answer } : {}),
      },
    ],
  },
});

test('what the courier says to a discrepancy appears on the open page', async () => {
  useLanguageStore.setState({ language: 'en' });
  beginSession(
    { accessToken: 'a', accessTokenExpiresAt: '2100-01-01T00:00:00.000Z', refreshToken: 'r' } as Tokens,
    { accountId: 'acc_1', displayName: 'Li', roles: ['leader'] } as unknown as MyAccount,
  );
  let shown = stop();
  const points = [{ pickupPointId: 'ppt_1', cityId: 'cit_1', name: { zh: '阳光', en: 'Sunshine' } }];
  answerApi({
    'GET /pickup-points/mine': () => ({ body: { pickupPoints: points } }),
    'GET /stops': () => ({ body: { items: [shown] } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <ReceiveScreen />
    </QueryClientProvider>,
  );
  await screen.findByText('Greens: 7 instead of 10');
  screen.getByText('Waits for the courier');
  screen.getByText('Told from 7.2 km away: handed over at another place · South gate');

  shown = stop({ agreed: false, note: 'All ten were there', at: '2026-03-02T00:20:00.000Z' });
  const [topic, listener] = jest.mocked(useFollow).mock.lastCall!;
  expect(topic).toEqual({ kind: 'pickup_point', pickupPointId: 'ppt_1' });
  const news = { routeId: 'rou_1', version: 9, status: 'finished', stops: [] };
  act(() => listener.onMessage?.({ name: 'route_changed', message: news } as never));
  await screen.findByText('Courier disagrees');
  screen.getByText('All ten were there');
});
