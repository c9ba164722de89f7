import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { AuditScreen } from './AuditScreen';

const anEntry = (n: number, operation: string, at = `2026-03-01T08:00:0${n}.000Z`) => ({
  ...{ entryId: `aud_${n}`, at, operation, subjects: ['ord_1'], request: '{"reason":"wet"}' },
  ...{ outcome: 'done', sequence: n, hash: 'ab' },
  actor: { kind: 'account', accountId: 'acc_1', role: 'operator' },
  changes: [{ collection: 'orders', documentId: 'ord_1', path: 'version', before: '3', after: '4' }],
});
const none = () => ({ body: { items: [] } });
const trails = {
  'GET /identity-audit': none,
  'GET /catalog-audit': none,
  'GET /settlement-audit': none,
  'GET /accounts/acc_1': () => ({ body: { displayName: '陈经理' } }),
};

beforeEach(() => {
  queryClient.clear();
  signedIn('operator');
});

test('the trails of all services are one list, the newest first; an entry tells every value before and after', async () => {
  answerApi({
    ...trails,
    'GET /orders-audit': () => ({
      body: { items: [anEntry(3, 'orders.refundOrder'), anEntry(1, 'orders.retryRefund')] },
    }),
    'GET /delivery-audit': () => ({ body: { items: [anEntry(2, 'delivery.moveStop')] } }),
  });
  show(<AuditScreen />);
  await screen.findByText('Refund order');
  const cards = screen.getAllByRole('button').map((button) => button.textContent);
  const order = ['Refund order', 'Move stop', 'Retry refund'].map((name) =>
    cards.findIndex((text) => text.startsWith(name)),
  );
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(await screen.findAllByText(/Operator 陈经理/)).toHaveLength(3);
  fireEvent.click(screen.getByText('Refund order'));
  expect(screen.getByText('version: 3 → 4')).toBeTruthy();
  expect(screen.getByText('Link 3 of the chain')).toBeTruthy();
});

test('more than a page is read on without leaving out or repeating what happened in one moment', async () => {
  const at = '2026-03-01T08:00:00.000Z';
  const all = Array.from({ length: 30 }, (_, n) => anEntry(n, 'orders.refundOrder', at));
  answerApi({
    ...trails,
    'GET /delivery-audit': none,
    'GET /orders-audit': (_body, query) => {
      const limit = Number(query.get('limit'));
      return { body: { items: all.slice(0, limit), ...(limit < all.length ? { nextCursor: 'c' } : {}) } };
    },
  });
  show(<AuditScreen />);
  await screen.findAllByText('Refund order');
  expect(screen.getAllByText('Refund order')).toHaveLength(20);
  fireEvent.click(screen.getByRole('button', { name: /more/i }));
  await waitFor(() => {
    expect(screen.getAllByText('Refund order')).toHaveLength(30);
  });
});

test('an account is who did it; anything else is what it was done to', async () => {
  const asked: string[] = [];
  answerApi({
    ...trails,
    'GET /delivery-audit': none,
    'GET /orders-audit': (_body, query) => {
      asked.push(query.toString());
      return none();
    },
  });
  show(<AuditScreen />);
  await screen.findByText('No changes yet');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'acc_9' } });
  await waitFor(() => {
    expect(asked.at(-1)).toContain('accountId=acc_9');
  });
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'rou_7' } });
  await waitFor(() => {
    expect(asked.at(-1)).toContain('subject=rou_7');
  });
});
