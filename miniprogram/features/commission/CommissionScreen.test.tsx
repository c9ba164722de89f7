import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { CommissionScreen } from './CommissionScreen';

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const fen = (amount: number) => ({ amount, currency: 'CNY' });
const payee = {
  ...{ kind: 'bank_card', holder: '王小美', bank: '招商银行', tail: '5678', version: 2 },
  changedAt: '2026-03-01T00:00:00.000Z',
};
const money = {
  ...{ earned: fen(9_000), pending: fen(500), withdrawable: fen(4_500), onItsWay: fen(0), paid: fen(3_000) },
  ...{ held: fen(1_000), askable: fen(3_500), minimum: fen(1_000), kinds: ['bank_card'] },
  holds: [
    {
      ...{ holdId: 'hld_1', accountId: 'acc_1', amount: fen(1_000), reason: '坏果争议' },
      ...{ placedAt: '2026-03-01T00:00:00.000Z', until: '2026-03-09T16:00:00.000Z' },
    },
  ],
  payee: { ...payee, state: 'verified' },
};
const asked = {
  ...{ payoutId: 'pyt_1', accountId: 'acc_1', cityId: 'cit_1', status: 'due', amount: fen(3_500) },
  ...{ askedBy: 'leader', askedAt: '2026-03-02T00:00:00.000Z', approved: false, begun: false, steps: [] },
};
const showMoney = (overview: object) => {
  queryClient.clear();
  signedIn('leader');
  const sent = answerApi({
    'GET /payouts/overview': () => ({ body: overview }),
    'GET /commissions/entries': () => ({ body: { items: [] } }),
    'GET /payouts': () => ({ body: { items: [asked] } }),
    'POST /payouts': () => ({ status: 201, body: asked }),
    'PUT /payouts/payee': () => ({ body: { ...payee, state: 'unverified' } }),
  });
  show(<CommissionScreen />);
  return sent;
};

test('shows why money is held and until when, and asks for a payout in one tap', async () => {
  const sent = showMoney(money);
  await screen.findByText(/坏果争议/);
  fireEvent.click(screen.getByRole('button', { name: 'Pay out ¥35.00' }));
  await waitFor(() => expect(sent.map(({ operation }) => operation)).toContain('POST /payouts'));
  fireEvent.click(screen.getByRole('tab', { name: 'Payouts' }));
  await screen.findByText('Being checked');
});

test('asks for nothing while the account is not verified, and takes another one', async () => {
  const sent = showMoney({ ...money, askable: fen(0), payee: { ...payee, state: 'unverified' } });
  await screen.findByText(/is being verified/);
  expect(screen.queryByRole('button', { name: /^Pay out/ })).toBeNull();
  fireEvent.click(screen.getByText(/····5678/));
  const number = await screen.findByLabelText(/^Card number/);
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  fireEvent.change(number, { target: { value: '123' } });
  save();
  await screen.findByText('A card has 12 to 19 digits');
  fireEvent.change(number, { target: { value: '6214 8300 1234 5678' } });
  save();
  await waitFor(() =>
    expect(sent.find(({ operation }) => operation === 'PUT /payouts/payee')?.body).toEqual({
      ...{ kind: 'bank_card', holder: '王小美', bank: '招商银行', number: '6214830012345678' },
    }),
  );
});

test('says what a debt means, and what is too little', async () => {
  showMoney({ ...money, withdrawable: fen(-700), askable: fen(0), holds: [] });
  await screen.findByText(/makes up for it first/);
  screen.getByText('A payout is possible from ¥10.00 on');
});
