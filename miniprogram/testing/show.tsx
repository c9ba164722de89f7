import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode } from 'react';
import { type MyAccount, type Tokens } from '#shared/contracts/identity/account';
import { type Role } from '#shared/contracts/roles';
import { queryClient } from '@/client/queries';
import { beginSession } from '@/client/session';
import { Toasts } from '@/design/components/Toast';
import { useLanguageStore } from '@/i18n/language';

/** Shows a part of the app in English, as a page would: with what was read from the services, and with toasts. */
export const show = (part: ReactNode) => {
  useLanguageStore.setState({ language: 'en' });
  return render(
    <QueryClientProvider client={queryClient}>
      {part}
      <Toasts />
    </QueryClientProvider>,
  );
};

/** From now on somebody is signed in. */
export const signedIn = (...roles: Role[]): void =>
  beginSession(
    { accessToken: 'a', accessTokenExpiresAt: '2100-01-01T00:00:00.000Z', refreshToken: 'r' } as Tokens,
    { accountId: 'acc_1', displayName: 'Li', roles } as unknown as MyAccount,
  );
