import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { FailedStop } from './FailedStop';

const crate = { crateId: 'crt_1', zone: 'cold' };
const failed = {
  stopId: 'stp_1',
  cityId: 'hangzhou',
  status: 'failed',
  courierAccountId: 'acc_wang',
  pickupPoint: { name: { zh: '东门', en: 'East Gate' } },
  orders: 3,
  crates: [crate, crate],
  failure: { reason: 'nobody_there', photoId: 'pho_1', at: '2026-03-01T08:00:00.000Z' },
} as unknown as StopView;
const again = { ...failed, stopId: 'stp_2', routeId: 'rou_2', status: 'pending', courierName: 'Li' };
const decided = (resolution: object) => ({ ...failed, resolution }) as StopView;
const newRoute = { routeId: 'rou_2', plannedDepartureAt: '2026-03-01T09:00:00.000Z' } as RouteCard;
const aCourier = (name: string, coldCapable: boolean, crateCapacity = 10) => ({
  courierAccountId: `acc_${name}`,
  displayName: name,
  vehicle: 'van',
  crateCapacity,
  coldCapable,
  shift: { from: '07:00', to: '19:00' },
  active: true,
});
const couriers = [
  aCourier('warm', false),
  aCourier('small', true, 1),
  aCourier('li', true),
  aCourier('wang', true),
];

const show = (stop: StopView, handlers: Parameters<typeof answerApi>[0] = {}) => {
  const shown: string[] = [];
  const sent = answerApi({
    'GET /facilities': () => ({ body: { items: [] } }),
    'GET /couriers': () => ({ body: { items: couriers } }),
    'GET /stops/stp_2': () => ({ body: again }),
    ...handlers,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <FailedStop stop={stop} routes={[newRoute]} onShow={(routeId) => shown.push(routeId)} />
    </QueryClientProvider>,
  );
  return { sent, shown };
};
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  queryClient.clear();
  useLanguageStore.setState({ language: 'en' });
  jest
    .spyOn(Taro, 'downloadFile')
    .mockResolvedValue({ statusCode: 200, tempFilePath: 'blob:photo' } as never);
});
afterEach(() => jest.restoreAllMocks());

test('the photo is fetched as somebody who may see it', async () => {
  show(failed);
  const photo = await screen.findByRole('img', { name: 'What the courier found there' });
  expect(photo.getAttribute('src')).toBe('blob:photo');
});

test('goods go out again with a courier who can carry them', async () => {
  const { sent } = show(failed, { 'POST /stops/stp_1/second-try': () => ({ status: 201, body: again }) });
  tap('Try again');
  await screen.findByText(/3 orders stay as they are, nothing is refunded/);
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^li /),
    expect.stringMatching(/^wang /),
  ]);
  expect(screen.getByLabelText<HTMLSelectElement>('Who brings it').value).toBe('acc_wang');
  fireEvent.change(screen.getByLabelText('Who brings it'), { target: { value: 'acc_li' } });
  tap('Plan the second visit');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent.find(({ operation }) => operation.startsWith('POST'))?.body).toMatchObject({
    courierAccountId: 'acc_li',
    departAt: expect.stringMatching(/Z$|[+]08:00$/) as string,
  });
});

test('goods go back only after it was said what that means', async () => {
  const { sent } = show(failed, { 'POST /stops/stp_1/send-back': () => ({ body: failed }) });
  tap('Send back');
  await screen.findByText(/3 orders of this pickup point end, and the neighbours get all their money back/);
  expect(sent.some(({ operation }) => operation.startsWith('POST'))).toBe(false);
  tap('Refund all');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent.find(({ operation }) => operation === 'POST /stops/stp_1/send-back')?.body).toEqual({});
});

test('goods go back with a note of why', async () => {
  const { sent } = show(failed, { 'POST /stops/stp_1/send-back': () => ({ body: failed }) });
  tap('Send back');
  fireEvent.change(screen.getByLabelText('Why it goes back · optional'), {
    target: { value: ' warm milk ' },
  });
  tap('Refund all');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent.find(({ operation }) => operation === 'POST /stops/stp_1/send-back')?.body).toEqual({
    note: 'warm milk',
  });
});

test('when somebody else was quicker, the board is read again', async () => {
  show(failed, {
    'POST /stops/stp_1/send-back': () => ({ status: 409, body: { code: 'STOP_ACTION_NOT_ALLOWED' } }),
  });
  const invalidated = jest.spyOn(queryClient, 'invalidateQueries');
  tap('Send back');
  tap('Refund all');
  await waitFor(() => expect(invalidated).toHaveBeenCalledWith({ queryKey: ['route'] }));
});

test('afterwards it says where the second visit went', async () => {
  const at = '2026-03-01T08:10:00.000Z';
  const { shown } = show(decided({ kind: 'second_try', stopId: 'stp_2', routeId: 'rou_2', at }));
  await screen.findByText('Li brings it again · To come');
  tap('See the new route');
  expect(shown).toEqual(['rou_2']);
  expect(screen.queryByRole('button', { name: 'Send back' })).toBeNull();
});

test('what was sent back is told, and nothing is left to decide', async () => {
  show(decided({ kind: 'sent_back', note: 'warm milk', at: '2026-03-01T08:10:00.000Z' }));
  await screen.findByText(/3 orders refunded in full/);
  expect(screen.getByText('warm milk')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});
