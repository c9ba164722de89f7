import { fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { arriveAt } from '@/testing/taro';
import { DisputeScreen } from './DisputeScreen';

const dispute = {
  ...{
    discrepancyId: 'dis_1',
    crateId: 'crt_1',
    title: { zh: '牛奶', en: 'Milk' },
    expected: 5,
    received: 3,
  },
  ...{
    heldBy: 'courier',
    note: 'The seal was broken',
    photoId: 'pho_1',
    reportedAt: '2026-03-02T01:00:00.000Z',
  },
  answer: { agreed: false, note: 'It was sealed', photoId: 'pho_2', at: '2026-03-02T02:00:00.000Z' },
};
const stop = {
  stopId: 'stp_1',
  courierName: 'Wang',
  pickupPoint: { name: { zh: '东门', en: 'East Gate' } },
  handedOverAt: '2026-03-02T00:50:00.000Z',
  crates: [{ crateId: 'crt_1', label: 'C1', handedOver: { units: 5, celsius: 6.5 } }],
  receipt: { discrepancies: [dispute] },
};

beforeEach(() => {
  queryClient.clear();
  signedIn('operator');
  arriveAt('/operator/dispute/index', { stopId: 'stp_1', discrepancyId: 'dis_1' });
  jest
    .spyOn(Taro, 'downloadFile')
    .mockResolvedValue({ statusCode: 200, tempFilePath: 'blob:photo' } as never);
});
afterEach(() => jest.restoreAllMocks());

test('both sides stand beside each other with counts, temperature and photos; the payer is proposed, and named with a reason', async () => {
  const sent = answerApi({
    'GET /stops/stp_1': () => ({ body: stop }),
    'POST /discrepancies/dis_1/decision': () => ({ body: dispute }),
  });
  show(<DisputeScreen />);
  await screen.findByText('The seal was broken');
  for (const words of ['3 units', '5 units in the crate', '6.5 °C', 'objects · It was sealed'])
    screen.getByText(words);
  await screen.findByRole('img', { name: 'The leader’s photo' });
  await screen.findByRole('img', { name: 'The courier’s photo' });
  expect(screen.getByRole('radio', { name: 'courier' }).getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('button', { name: 'Decide' }));
  screen.getByText('Say why');
  expect(sent.some(({ operation }) => operation.startsWith('POST'))).toBe(false);
  fireEvent.click(screen.getByRole('radio', { name: 'platform' }));
  fireEvent.change(screen.getByLabelText('Why'), { target: { value: 'Packed short' } });
  fireEvent.click(screen.getByRole('button', { name: 'Decide' }));
  await waitFor(() =>
    expect(sent.find(({ operation }) => operation.startsWith('POST'))?.body).toEqual({
      payer: 'platform',
      reason: 'Packed short',
    }),
  );
});
