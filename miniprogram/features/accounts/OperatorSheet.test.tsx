import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { OperatorSheet } from './OperatorSheet';

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

test('a first password that is guessed soon is explained at its field, by the form and by the server', async () => {
  queryClient.clear();
  useLanguageStore.setState({ language: 'en' });
  const sent = answerApi({
    'POST /accounts/operators': () => ({ status: 400, body: { code: 'PASSWORD_TOO_SIMPLE' } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <OperatorSheet onClose={() => undefined} onAdded={() => undefined} />
    </QueryClientProvider>,
  );
  const type = (label: RegExp, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  type(/^Name/, 'Wang');
  type(/^User name/, 'wangxiaoming');
  type(/^First password/, 'wangxiaoming1');
  save();
  screen.getByText(/^Too easy to guess/);
  expect(sent).toEqual([]);
  type(/^First password/, 'four unrelated words');
  expect(screen.queryByText(/^Too easy to guess/)).toBeNull();
  save();
  await waitFor(() => expect(sent).toHaveLength(1));
  await screen.findByText(/^Too easy to guess/);
});
