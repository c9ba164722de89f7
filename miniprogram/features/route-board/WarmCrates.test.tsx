import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { WarmCrates } from './WarmCrates';

const crate = {
  crateId: 'crt_1',
  label: 'C1',
  zone: 'cold',
  maxCelsius: 8,
  items: [{ title: { zh: '牛奶', en: 'Milk' }, units: 5 }],
  warm: { celsius: 11.5, at: '2026-03-01T08:00:00.000Z' },
};
const stop = {
  stopId: 'stp_1',
  status: 'arrived',
  pickupPoint: { name: { zh: '东门', en: 'East Gate' } },
  crates: [crate, { ...crate, crateId: 'crt_2', label: 'C2', warm: undefined }],
} as unknown as StopView;
const decision = { kind: 'accept', reason: 'still firm', at: '2026-03-01T08:05:00.000Z' };
const decided = { ...stop, crates: [{ ...crate, warm: { ...crate.warm, decision } }] } as unknown as StopView;

const show = (shown: StopView) => {
  const sent = answerApi({
    'POST /stops/stp_1/crates/crt_1/warm-decision': () => ({ body: decided }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <WarmCrates stop={shown} />
    </QueryClientProvider>,
  );
  return sent;
};
const tap = (name: string, at = 0) => fireEvent.click(screen.getAllByRole('button', { name }).at(at)!);

beforeEach(() => {
  queryClient.clear();
  useLanguageStore.setState({ language: 'en' });
});

test('only the warm crate is shown, with its limit, and sent back only with a reason', async () => {
  const sent = show(stop);
  expect(screen.getByText('11.5 °C, above the 8 °C allowed · an operator decides')).toBeTruthy();
  expect(screen.queryByText(/C2/)).toBeNull();
  tap('Send it back');
  await screen.findByText(/Its lines are refunded/);
  tap('Send it back', -1);
  await screen.findByText('Say why');
  expect(sent.filter(({ operation }) => operation.startsWith('POST'))).toEqual([]);
  fireEvent.change(screen.getByLabelText('Why'), { target: { value: ' milk is warm ' } });
  tap('Send it back', -1);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent.find(({ operation }) => operation.startsWith('POST'))?.body).toEqual({
    kind: 'send_back',
    reason: 'milk is warm',
  });
});

test('what was decided is told, and can be decided otherwise only while the courier waits there', () => {
  show({ ...decided, status: 'handed_over' } as unknown as StopView);
  expect(screen.getByText('11.5 °C, above the 8 °C allowed · accepted: still firm')).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
});
