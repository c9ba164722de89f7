import Taro from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { PasswordForm } from './PasswordForm';

const signedIn = (mustChangePassword: boolean) => ({
  tokens: {
    accessToken: 'token',
    accessTokenExpiresAt: '2100-01-01T00:00:00.000Z',
    refreshToken: 'again',
    refreshTokenExpiresAt: '2100-01-01T00:00:00.000Z',
  },
  account: { accountId: 'acc_1', displayName: 'Wang', roles: ['operator'], mustChangePassword },
  opened: false,
});

type Answer = { status?: number; body: unknown };

let opened: jest.SpyInstance;
afterEach(() => jest.restoreAllMocks());
beforeEach(() => {
  queryClient.clear();
  useLanguageStore.setState({ language: 'en' });
  opened = jest.spyOn(Taro, 'redirectTo').mockResolvedValue({ errMsg: '' });
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([]);
});

const show = (mustChange: boolean, changed: () => Answer = () => ({ body: signedIn(false) })) => {
  const sent = answerApi({
    'POST /sign-in/password': () => ({ body: signedIn(mustChange) }),
    'POST /me/password': changed,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <PasswordForm />
    </QueryClientProvider>,
  );
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type('User name', 'wang');
  type('Password', 'first-password');
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return { sent, type };
};

test('staff come to their desk', async () => {
  show(false);
  await waitFor(() => expect(opened).toHaveBeenCalledWith({ url: '/operator/home/index' }));
});

test('a first password is changed before anything else', async () => {
  const { sent, type } = show(true);
  const go = await screen.findByRole('button', { name: 'Change it and go on' });
  expect(opened).not.toHaveBeenCalled();
  type('New password', 'first-password');
  fireEvent.click(go);
  expect(screen.getByText('Take another one than the first password')).toBeTruthy();
  type('New password', 'my-own-password');
  type('The new password again', 'my-own-password');
  fireEvent.click(go);
  await waitFor(() => expect(opened).toHaveBeenCalled());
  expect(sent.find(({ operation }) => operation === 'POST /me/password')?.body).toEqual({
    currentPassword: 'first-password',
    newPassword: 'my-own-password',
  });
});

test('a password that is guessed soon is not sent, and one that the server refuses is explained at its field', async () => {
  const refusal = { code: 'PASSWORD_TOO_SIMPLE', detail: { zh: '太简单', en: 'too simple' } };
  const { sent, type } = show(true, () => ({ status: 400, body: refusal }));
  const go = await screen.findByRole('button', { name: 'Change it and go on' });
  const changes = () => sent.filter(({ operation }) => operation === 'POST /me/password');
  const choose = (password: string) => {
    type('New password', password);
    type('The new password again', password);
    fireEvent.click(go);
  };
  for (const simple of ['short', '          ', '1234567890', 'wang-wang-wang']) {
    choose(simple);
    screen.getByText(/^Too easy to guess/);
  }
  expect(changes()).toEqual([]);
  choose('four unrelated words');
  await waitFor(() => expect(changes()).toHaveLength(1));
  await screen.findByText(/^Too easy to guess/);
  type('New password', 'four other words');
  expect(screen.queryByText(/^Too easy to guess/)).toBeNull();
});
