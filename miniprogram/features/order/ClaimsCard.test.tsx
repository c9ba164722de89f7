import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { anOrder } from '@/testing/orders';
import { show, signedIn } from '@/testing/show';
import { ClaimsCard } from './ClaimsCard';

const fen = (amount: number) => ({ amount, currency: 'CNY' });
const claim = {
  ...{ claimId: 'clm_1', orderId: 'ord_1', lineId: 'l1', title: { zh: '番茄', en: 'Tomatoes' } },
  ...{ cause: 'spoiled', share: { kind: 'units', units: 2 }, status: 'partly_granted', asked: fen(500) },
  ...{ granted: fen(300), photoIds: ['pho_1'], openedAt: '2026-03-01T10:00:00.000Z', byLeader: false },
  messages: [{ from: 'staff', text: 'How many?', photoIds: [], at: '2026-03-01T11:00:00.000Z' }],
  decisions: [
    {
      outcome: 'partly_granted',
      amount: fen(300),
      reason: 'Two of three',
      at: '2026-03-01T12:00:00.000Z',
      atOnce: false,
    },
  ],
  ...{ actions: ['appeal'], appealUntil: '2026-03-04T12:00:00.000Z' },
};

beforeEach(() => {
  queryClient.clear();
  signedIn('shopper');
});

test('a claim shows what was asked, what went back and why, and is appealed in words', async () => {
  const sent = answerApi({
    'GET /orders/ord_1/claims': () => ({ body: { claims: [claim] } }),
    'POST /orders/ord_1/claims/clm_1/appeal': () => ({ body: { ...claim, status: 'appealed', actions: [] } }),
  });
  show(<ClaimsCard order={{ ...anOrder(), status: 'collected' }} />);
  await screen.findByText('Asked ¥5.00');
  for (const words of ['Paid back ¥3.00', 'Spoiled · 2 of them', 'Partly paid back']) screen.getByText(words);
  screen.getByText(/How many\?/);
  screen.getByText(/Two of three/);
  fireEvent.click(screen.getByRole('button', { name: 'Appeal' }));
  const confirm = screen.getByRole('button', { name: 'Send' });
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.input(screen.getByLabelText('Why you do not agree'), {
    target: { value: ' All three were bad ' },
  });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await Promise.resolve();
  });
  await waitFor(() =>
    expect(sent).toContainEqual(
      expect.objectContaining({
        operation: 'POST /orders/ord_1/claims/clm_1/appeal',
        body: { text: 'All three were bad' },
      }),
    ),
  );
});

test('before the goods are there nothing is asked', () => {
  const sent = answerApi({});
  show(<ClaimsCard order={{ ...anOrder(), status: 'paid' }} />);
  expect(sent).toEqual([]);
  expect(screen.queryByText('Claims')).toBeNull();
});
