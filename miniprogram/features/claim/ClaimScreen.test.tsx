import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { ClaimScreen } from './ClaimScreen';

jest.mock('@/platform/photoFile', () => ({
  keepPhoto: (path: string) => Promise.resolve(path),
  sendPhoto: jest.fn(() => Promise.resolve({ statusCode: 201, data: JSON.stringify({ photoId: 'pho_1' }) })),
}));

const fen = (amount: number) => ({ amount, currency: 'CNY' });
const line = (lineId: string, en: string, more: object = {}) => ({
  ...{ lineId, title: { zh: en, en }, units: 1, causes: ['spoiled', 'missing'] },
  ...{
    base: fen(1_000),
    left: fen(1_000),
    atOnceUpTo: fen(2_000),
    until: '2099-03-02T10:00:00.000Z',
    ...more,
  },
});
const terms = {
  ...{ orderId: 'ord_1', day: '2026-03-01', dayNumber: '4821', decidedWithinHours: 24 },
  lines: [line('l1', 'Tomatoes'), line('l2', 'Rice', { closed: 'window_over' })],
};
const claim = {
  ...{ claimId: 'clm_1', orderId: 'ord_1', lineId: 'l1', title: { zh: '番茄', en: 'Tomatoes' } },
  ...{ cause: 'spoiled', share: { kind: 'percent', percent: 50 }, status: 'granted', asked: fen(500) },
  ...{ granted: fen(500), photoIds: ['pho_1'], openedAt: '2026-03-01T10:00:00.000Z', byLeader: false },
  ...{ messages: [], decisions: [], actions: [] },
};

beforeEach(() => {
  queryClient.clear();
  signedIn('shopper');
});

test('what goes back is said before it is sent, with the photo and the number of the day', async () => {
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{}, {}] as never);
  const back = jest.spyOn(Taro, 'navigateBack').mockResolvedValue({} as never);
  jest.spyOn(Taro, 'chooseImage').mockResolvedValue({ tempFilePaths: ['photo.jpg'] } as never);
  const sent = answerApi({
    'GET /orders/ord_1/claim-terms': () => ({ body: terms }),
    'POST /orders/ord_1/claims': () => ({ status: 201, body: claim }),
  });
  show(<ClaimScreen orderId="ord_1" />);
  await screen.findByText('What is wrong?');
  screen.getByText('The time to claim is over');
  const send = screen.getByRole('button', { name: 'Send claim' });
  expect(send).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('radio', { name: 'Spoiled' }));
  fireEvent.click(screen.getByRole('radio', { name: '50%' }));
  screen.getByText('¥5.00 goes back at once');
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Choose a picture (a person will look at it)' }));
    await Promise.resolve();
  });
  await screen.findByText('Up to ¥5.00; a person decides within 24 hours');
  fireEvent.click(screen.getByRole('button', { name: 'Take another one' }));
  await screen.findByText('¥5.00 goes back at once');
  fireEvent.click(send);
  await waitFor(() => expect(sent.map(({ operation }) => operation)).toContain('POST /orders/ord_1/claims'));
  expect(sent.find(({ operation }) => operation === 'POST /orders/ord_1/claims')?.body).toEqual({
    ...{ lineId: 'l1', cause: 'spoiled', share: { kind: 'percent', percent: 50 }, photoIds: ['pho_1'] },
  });
  expect(back).toHaveBeenCalled();
  const { sendPhoto } = jest.requireMock<{ sendPhoto: jest.Mock }>('@/platform/photoFile');
  expect(sendPhoto.mock.calls[0]).toEqual([
    expect.objectContaining({
      url: expect.stringContaining('/orders/ord_1/claim-photos?source=camera&dayNumber=4821') as unknown,
    }),
  ]);
});

test('an order of which nothing can be claimed for says so', async () => {
  answerApi({
    'GET /orders/ord_1/claim-terms': () => ({ body: { ...terms, lines: terms.lines.slice(1) } }),
  });
  show(<ClaimScreen orderId="ord_1" />);
  await screen.findByText('Nothing of this order can be claimed for now');
});
