import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type CityId, type ConsolidationId, type CycleId, type SkuId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { useWrite } from '@/client/useWrite';

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

/** Makes the next version without some Skus. */
export const useSupersede = (consolidationId: ConsolidationId, onDone: (next: ConsolidationId) => void) => {
  const queryClient = useQueryClient();
  return useWrite(
    (key, { droppedSkuIds, reason }: { droppedSkuIds: SkuId[]; reason: string }) =>
      api.orders.supersedeConsolidation({
        params: { consolidationId },
        body: { droppedSkuIds, reason },
        idempotencyKey: key,
      }),
    {
      onSuccess: (next) => {
        void queryClient.invalidateQueries({ queryKey: ['consolidations'] });
        onDone(next.consolidationId);
      },
    },
  );
};
