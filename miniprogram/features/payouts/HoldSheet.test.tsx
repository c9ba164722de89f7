import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { HoldSheet } from './HoldSheet';

/** As the service does it: the newest thirty, or whom the words name. */
const leaders = Array.from({ length: 31 }, (_, at) => ({
  accountId: `acc_${at}`,
  displayName: `Leader ${at}`,
}));
const found = (search: string | null) =>
  leaders.filter(({ displayName }) => search === null || displayName === search).slice(0, 30);

const open = async () => {
  const sent = answerApi({
    'GET /accounts': (_body, query) => ({ body: { items: found(query.get('search')) } }),
    'POST /finance/payout-holds': () => ({ status: 201, body: {} }),
  });
  const onClose = jest.fn();
  show(<HoldSheet onClose={onClose} />);
  await screen.findByRole('option', { name: 'Leader 29' });
  return { onClose, held: () => sent.filter(({ operation }) => operation === 'POST /finance/payout-holds') };
};
const search = (words: string) =>
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: words } });
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const hold = () => fireEvent.click(screen.getByRole('button', { name: 'Hold back commission' }));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  queryClient.clear();
  signedIn('operator');
});
afterEach(() => jest.restoreAllMocks());

test('a leader who is not among the newest is found by name', async () => {
  const { onClose, held } = await open();
  expect(screen.queryByRole('option', { name: 'Leader 30' })).toBeNull();
  search('Leader 30');
  await screen.findByRole('option', { name: 'Leader 30' });
  type(/^Leader/, 'acc_30');
  type(/^Disputed/, '12.50');
  type(/^Why/, 'Goods are missing');
  hold();
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(held().map(({ body }) => body)).toMatchObject([{ accountId: 'acc_30', amount: { amount: 1250 } }]);
});

test('who was chosen before is not held for other words', async () => {
  const { held } = await open();
  type(/^Leader/, 'acc_3');
  type(/^Disputed/, '12.50');
  type(/^Why/, 'Goods are missing');
  search('nobody');
  await screen.findByText('No leader was found: try other words');
  hold();
  screen.getByText('Choose one');
  expect(held()).toEqual([]);
});
