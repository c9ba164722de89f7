import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type RouteId } from '#shared/contracts/ids';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { RouteDetail } from './RouteDetail';

jest.mock('@/design/map/CityMap', () => ({ CityMap: () => null }));

const position = { lng: 120, lat: 30 };
const route = (routeId: string, status = 'planned') =>
  ({
    routeId,
    version: 3,
    status,
    courier: { accountId: `acc_${routeId}`, displayName: routeId, crateCapacity: 10 },
    facility: { position },
    stops: 2,
    crates: { total: 2, loaded: 0, missing: 0 },
  }) as unknown as RouteCard;
const stop = (stopId: string, sequence: number) => ({
  stopId,
  sequence,
  status: 'pending',
  pickupPoint: { name: { zh: stopId, en: stopId }, position },
  orders: 1,
  crates: [],
});

beforeEach(() => {
  queryClient.clear();
  useLanguageStore.setState({ language: 'en' });
});

const show = (status?: string) => {
  const shown = route('rou_1', status);
  const view = { route: shown, stops: [stop('sto_1', 1), stop('sto_2', 2)] };
  const sent = answerApi({
    'GET /routes/rou_1': () => ({ body: view }),
    'PUT /routes/rou_1/stop-order': () => ({ body: view }),
    'POST /routes/rou_1/moved-stops': () => ({ body: { from: view, to: view } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <RouteDetail routeId={'rou_1' as RouteId} routes={[shown, route('rou_2')]} onShow={() => undefined} />
    </QueryClientProvider>,
  );
  return sent;
};
const bodyOf = (sent: ReturnType<typeof show>, operation: string) =>
  sent.find((one) => one.operation === operation)?.body;

test('a stop is visited earlier, seen from the version that is shown', async () => {
  const sent = show();
  fireEvent.click(await screen.findByRole('button', { name: 'Visit sto_2 one stop earlier' }));
  await waitFor(() =>
    expect(bodyOf(sent, 'PUT /routes/rou_1/stop-order')).toEqual({ version: 3, stopIds: ['sto_2', 'sto_1'] }),
  );
});

test('a stop goes to another route that waits', async () => {
  const sent = show();
  const [move] = await screen.findAllByRole('button', { name: 'Move' });
  fireEvent.click(move!);
  fireEvent.click(await screen.findByRole('button', { name: /rou_2/ }));
  await waitFor(() =>
    expect(bodyOf(sent, 'POST /routes/rou_1/moved-stops')).toEqual({
      version: 3,
      stopId: 'sto_1',
      toRouteId: 'rou_2',
    }),
  );
});

test('the stops of a route under way stay as they are, and somebody else can go on with it', async () => {
  show('under_way');
  await screen.findByRole('button', { name: 'Change courier' });
  expect(screen.queryByRole('button', { name: /earlier/ })).toBeNull();
});

test('a finished route cannot be changed any more', async () => {
  show('finished');
  await screen.findByText('sto_1');
  expect(screen.queryByRole('button', { name: 'Change courier' })).toBeNull();
});
