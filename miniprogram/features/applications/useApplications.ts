import { useQueryClient } from '@tanstack/react-query';
import { type ApplicationStatus } from '#shared/contracts/identity/account';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';

/** Applications in one state: waiting ones the longest waiting first, decided ones the newest first. */
export const useApplications = (status: ApplicationStatus) =>
  usePages({
    queryKey: ['applications', status],
    load: (cursor) =>
      api.identity.listLeaderApplications({
        query: { status, limit: '30', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });

export const useDecided = () => {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: ['applications'] });
    void queryClient.invalidateQueries({ queryKey: ['managed-points'] });
    void queryClient.invalidateQueries({ queryKey: ['operator-overview'] });
  };
};
