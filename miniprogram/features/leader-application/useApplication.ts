import { useQuery } from '@tanstack/react-query';
import { api } from '@/client/api';
import { useSession } from '@/client/session';

/** My latest application. */
export const useMyApplication = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['my-applications', session?.accountId],
    queryFn: async () => (await api.identity.listMyApplications({ query: { limit: '1' } })).items,
    enabled: session !== undefined,
  });
};
