import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { RouteId } from '#shared/contracts/ids';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { sharePosition } from '@/client/positionSharing';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { ArriveButton } from './ArriveButton';

const routeId = RouteId.parse('rou_1');
const stop = (arrivalMetres: number) =>
  ({
    ...{ stopId: 'stp_1', routeId, arrivalMetres },
    pickupPoint: { name: { zh: '翠苑', en: 'Cuiyuan' }, position: { lng: 120.15, lat: 30.28 } },
  }) as unknown as StopView;
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** A courier at 1.1 km from the stop; the service refuses what is not confirmed when `refuses`. Gives what was told of arriving. */
const show = (arrivalMetres: number, refuses = false) => {
  const sent = answerApi({
    'POST /stops/stp_1/arrive': (body) =>
      refuses && !('confirmedFar' in (body as object))
        ? { status: 422, body: { code: 'ARRIVAL_FAR', metres: 1_112, allowedMetres: 500 } }
        : { body: {} },
  });
  render(<ArriveButton stop={stop(arrivalMetres)} />);
  act(() => sharePosition(routeId));
  return () => sent.filter(({ operation }) => operation.endsWith('/arrive')).map(({ body }) => body);
};

beforeAll(() => {
  const coords = { latitude: 30.29, longitude: 120.15 };
  const geolocation = {
    watchPosition: (moved: (fix: object) => void) => moved({ coords }),
    clearWatch: jest.fn(),
  };
  Object.defineProperty(window.navigator, 'geolocation', { value: geolocation });
});
beforeEach(() => useLanguageStore.setState({ language: 'en' }));
afterEach(() => sharePosition(undefined));

test('who is near enough by the rule of the city just tells it, with where and when', async () => {
  const told = show(2_000);
  tap('I am here');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toMatchObject({ position: { lng: 120.15, lat: 30.29 } });
  expect(told()[0]).toHaveProperty('positionAt');
});

test('who is farther says why before it is told; another reason needs words', async () => {
  const told = show(500);
  tap('I am here');
  screen.getByText(/^Your phone is 1\.1 km away from Cuiyuan\./);
  const confirm = () => screen.getByRole('button', { name: 'Yes, I am there' });
  expect(confirm().getAttribute('aria-disabled') ?? (confirm() as HTMLButtonElement).disabled).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Something else' }));
  fireEvent.click(confirm());
  expect(told()).toEqual([]);
  fireEvent.change(screen.getByLabelText(/^In your words/), { target: { value: 'Road works' } });
  fireEvent.click(confirm());
  await waitFor(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toMatchObject({ confirmedFar: { reason: 'other', note: 'Road works' } });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the server knows better: the refusal is asked about, and told again with its real time', async () => {
  const told = show(2_000, true);
  tap('I am here');
  await screen.findByRole('dialog');
  fireEvent.click(screen.getByRole('radio', { name: 'We met elsewhere' }));
  tap('Yes, I am there');
  await waitFor(() => expect(told()).toHaveLength(2));
  expect(told()[1]).toEqual({ ...(told()[0] as object), confirmedFar: { reason: 'met_elsewhere' } });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
