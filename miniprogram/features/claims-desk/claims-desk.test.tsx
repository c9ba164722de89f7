import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { ClaimCaseScreen } from './ClaimCaseScreen';

jest.mock('@/platform/showField');

const fen = (amount: number) => ({ amount, currency: 'CNY' });
const claim = {
  ...{ claimId: 'clm_1', orderId: 'ord_1', lineId: 'l1', title: { zh: '番茄', en: 'Tomatoes' } },
  ...{ cause: 'spoiled', share: { kind: 'percent', percent: 75 }, status: 'open', asked: fen(3_000) },
  ...{ granted: fen(0), photoIds: [], openedAt: '2026-03-01T10:00:00.000Z', byLeader: false },
  ...{ messages: [], decisions: [], actions: ['answer'] },
};
const rate = { claims: 2, granted: fen(700) };
const about = {
  claim,
  review: ['over_limit'],
  order: {
    ...{ orderId: 'ord_1', status: 'collected', accountId: 'acc_1', recipientName: '王梅' },
    ...{ recipientPhone: '13800138000', cityId: 'cit_1', pickupPointId: 'ppt_1' },
    placedAt: '2026-03-01T08:00:00.000Z',
  },
  line: { units: 4, paid: fen(4_000), refunded: fen(0), left: fen(4_000), supplierName: 'Green Farm' },
  ...{ photos: [], nearDuplicates: [], otherClaims: [] },
  history: { account: { ...rate, orders: 9 }, pickupPoint: rate },
  proposed: { payer: 'supplier', because: 'goods_were_bad' },
  payers: [{ payer: 'platform' }, { payer: 'supplier' }, { payer: 'leader', accountId: 'acc_leader' }],
};

test('everything about a claim is on one page, and it is decided with who bears it', async () => {
  queryClient.clear();
  signedIn('operator');
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{}, {}] as never);
  jest.spyOn(Taro, 'navigateBack').mockResolvedValue({} as never);
  const sent = answerApi({
    'GET /orders/ord_1/claims/clm_1/case': () => ({ body: about }),
    'POST /orders/ord_1/claims/clm_1/decision': () => ({ body: { ...claim, status: 'partly_granted' } }),
  });
  show(<ClaimCaseScreen orderId="ord_1" claimId="clm_1" />);
  await screen.findByText('Above what is paid at once');
  screen.getByText('2 claims for 9 orders, ¥7.00 paid back');
  screen.getByText('Green Farm');
  fireEvent.click(screen.getByRole('button', { name: 'Decide' }));
  screen.getByText('Proposed: Supplier. The goods themselves were bad.');
  expect(screen.getByLabelText('Paid back in all (yuan)')).toHaveProperty('value', '30');
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  type('Paid back in all (yuan)', '40.01');
  type('What the shopper reads', 'Two of four were bad');
  const save = screen.getByRole('button', { name: /save/i });
  fireEvent.click(save);
  await screen.findByText('Enter an amount from 0 to ¥40.00');
  type('Paid back in all (yuan)', '20');
  fireEvent.click(screen.getByRole('radio', { name: 'Leader' }));
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: /save/i }));
    await Promise.resolve();
  });
  await waitFor(() =>
    expect(sent.at(-1)).toMatchObject({
      operation: expect.stringMatching(/decision|case/) as unknown,
    }),
  );
  expect(sent.find(({ operation }) => operation.endsWith('/decision'))?.body).toEqual({
    ...{ amount: fen(2_000), reason: 'Two of four were bad', payer: 'leader', payerAccountId: 'acc_leader' },
  });
});
