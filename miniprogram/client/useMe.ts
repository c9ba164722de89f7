import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { updateSession, useSession } from './session';

/** My own account, while signed in; the session takes over the name and roles of this moment. */
export const useMe = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['me', session?.accountId],
    queryFn: async () => {
      const account = await api.identity.getMe();
      updateSession(account);
      return account;
    },
    enabled: session !== undefined,
  });
};

/** My addresses for door delivery, while signed in. */
export const useAddresses = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['addresses', session?.accountId],
    queryFn: () => api.identity.listAddresses(),
    enabled: session !== undefined,
  });
};
