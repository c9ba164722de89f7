import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type CityId, type CycleId } from '#shared/contracts/ids';
import { api } from '@/client/api';

const lookAgainMs = 3_000;

/** The versions of a cycle's consolidation, the newest first. */
export const useVersions = (cityId: CityId, cycleId: CycleId) =>
  useQuery({
    queryKey: ['consolidations', cycleId],
    queryFn: async () =>
      (await api.orders.listConsolidations({ query: { cityId, cycleId, limit: '100' } })).items,
  });

/** Where the closing of a cycle past its cutoff stands; asking hurries it. Looks again until the totals are frozen. */
export const useClosing = (cycleId: CycleId) => {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: ['closing', cycleId],
    queryFn: async () => {
      const closing = await api.orders.closeCycle({ body: { cycleId } });
      if (closing.phase === 'frozen')
        void queryClient.invalidateQueries({ queryKey: ['consolidations', cycleId] });
      return closing;
    },
    refetchInterval: ({ state }) => (state.data?.phase === 'frozen' ? false : lookAgainMs),
  });
};
