import { type Role } from '#shared/contracts/roles';
import { api } from './api';
import { usePages } from './usePages';
import { useDebounced } from './useDebounced';

/** Accounts for operators, the newest first: found by name, user name, phone number or its last digits; of one role when asked. */
export const useAccounts = (words: string, role: Role | undefined) => {
  const search = useDebounced(words.trim());
  return usePages({
    queryKey: ['accounts', search, role],
    load: async (cursor) => {
      // A whole id is nothing that names begin with.
      if (search.startsWith('acc_'))
        return { items: [await api.identity.getAccount({ params: { accountId: search } })] };
      return api.identity.listAccounts({
        query: {
          limit: '30',
          ...(search === '' ? {} : { search }),
          ...(role === undefined ? {} : { role }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      });
    },
  });
};
