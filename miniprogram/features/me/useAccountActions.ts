import { useQueryClient } from '@tanstack/react-query';
import { type MyAccount } from '#shared/contracts/identity/account';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { endSession, updateSession } from '@/client/session';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { translateNow } from '@/i18n/texts';
import { meTexts } from './texts';

const complain = (error: unknown) => showToast(messageOf(error), 'problem');

type Change = Partial<Pick<MyAccount, 'displayName' | 'language' | 'largeType'>>;

export const changeMe = (change: Change) => api.identity.updateMe({ body: change });

/** Shows my account as it is from now on. */
export const useMeChanged = () => {
  const queryClient = useQueryClient();
  return (account: MyAccount) => {
    updateSession(account);
    queryClient.setQueryData(['me', account.accountId], account);
  };
};

/** Changes my account; what only this device shows has changed already. */
export const useUpdateMe = () =>
  useWrite((_key, change: Change) => changeMe(change), { onSuccess: useMeChanged(), onError: complain });

type Leaving = 'signOut' | 'signOutEverywhere' | 'deleteMe';
const said = { signOut: 'signedOut', signOutEverywhere: 'signedOut', deleteMe: 'deleted' } as const;

const leave: Record<Leaving, () => Promise<unknown>> = {
  signOut: () => api.identity.signOut(),
  signOutEverywhere: () => api.identity.signOutEverywhere(),
  deleteMe: () => api.identity.deleteMe(),
};

/** Ends the session: here, everywhere, or together with the account. Signing out here works without a signal, too. */
export const useLeave = () => {
  const queryClient = useQueryClient();
  const done = (how: Leaving) => {
    endSession();
    queryClient.clear();
    showToast(translateNow(meTexts)(said[how]));
  };
  return useWrite(
    async (_key, how: Leaving) => {
      await leave[how]().catch((error: unknown) => {
        if (how !== 'signOut') throw error;
      });
      return how;
    },
    { onSuccess: done, onError: complain },
  );
};
