import { act, render, screen } from '@testing-library/react';
import { type MyAccount, type Tokens } from '#shared/contracts/identity/account';
import { Toasts } from '@/design/components/Toast';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { accessToken } from './api';
import { beginSession, currentSession } from './session';

const account = { accountId: 'acc_1', displayName: 'Li', roles: ['operator'] } as unknown as MyAccount;
const old = {
  accessToken: 'a',
  accessTokenExpiresAt: '2020-01-01T00:00:00.000Z',
  refreshToken: 'r',
} as Tokens;

test('a session that ends by itself says so', async () => {
  useLanguageStore.setState({ language: 'en' });
  beginSession(old, account);
  answerApi({
    'POST /tokens/refresh': () => ({ status: 401, body: { code: 'REFRESH_TOKEN_REFUSED' } }),
  });
  render(<Toasts />);
  expect(await act(() => accessToken())).toBeUndefined();
  expect(currentSession()).toBeUndefined();
  await screen.findByText('Your sign-in has ended. Please sign in again.');
});
