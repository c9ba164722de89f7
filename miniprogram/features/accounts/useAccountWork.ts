import { useQueryClient } from '@tanstack/react-query';
import { type AccountRecord } from '#shared/contracts/identity/account';
import { type Role } from '#shared/contracts/roles';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { translateNow } from '@/i18n/texts';
import { accountsTexts } from './texts';

export type GrantableRole = Exclude<Role, 'shopper'>;

/** What an operator can do about somebody's account. */
export const useAccountWork = ({ accountId }: AccountRecord) => {
  const queryClient = useQueryClient();
  const t = translateNow(accountsTexts);
  const params = { accountId };
  const saying = (text: string) => {
    void queryClient.invalidateQueries({ queryKey: ['accounts'] });
    showToast(text);
  };
  const onError = (error: unknown) => showToast(messageOf(error), 'problem');
  const grant = useWrite(
    (_key, role: GrantableRole) => api.identity.grantRole({ params: { ...params, role } }).then(() => role),
    { onSuccess: (role) => saying(t('granted', { role: t(role) })), onError },
  );
  const revoke = useWrite(
    (_key, role: GrantableRole) => api.identity.revokeRole({ params: { ...params, role } }).then(() => role),
    { onSuccess: (role) => saying(t('revoked', { role: t(role) })), onError },
  );
  const signOut = useWrite((_key, _nothing: undefined) => api.identity.endSessions({ params }), {
    onSuccess: ({ sessionsEnded }) => saying(t('signedOut', { n: sessionsEnded })),
    onError,
  });
  const close = useWrite((_key, _nothing: undefined) => api.identity.closeAccount({ params }), {
    onSuccess: () => saying(t('closedNow')),
    onError,
  });
  const reopen = useWrite((_key, _nothing: undefined) => api.identity.reopenAccount({ params }), {
    onSuccess: () => saying(t('reopenedNow')),
    onError,
  });
  return { grant, revoke, signOut, close, reopen };
};
