import { useQuery } from '@tanstack/react-query';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { api } from './api';

/** `planned` until it opens, `open` while orders are taken, `closed` from its cutoff on. */
export type CycleState = 'planned' | 'open' | 'closed';

export const cycleState = ({ opensAt, cutoffAt }: Pick<Cycle, 'opensAt' | 'cutoffAt'>, now: number) => {
  if (now < Date.parse(opensAt)) return 'planned';
  return now < Date.parse(cutoffAt) ? 'open' : 'closed';
};

/** The cycle that an operator most likely means: the open one, else the next to open, else the latest. */
export const likelyCycle = (latestFirst: readonly Cycle[], now: number): Cycle | undefined =>
  latestFirst.find((cycle) => cycleState(cycle, now) === 'open') ??
  latestFirst.filter((cycle) => cycleState(cycle, now) === 'planned').at(-1) ??
  latestFirst[0];

/** The latest cycles of a city, latest first: enough to choose from. */
export const useLatestCycles = (cityId: string | undefined) =>
  useQuery({
    queryKey: ['cycles', cityId, 'latest'],
    queryFn: async () =>
      (await api.catalog.listCycles({ query: { cityId: cityId ?? '', limit: '30' } })).items,
    enabled: cityId !== undefined,
  });

/** One cycle. */
export const useCycle = (cycleId: string | undefined) =>
  useQuery({
    queryKey: ['cycles', 'one', cycleId],
    queryFn: () => api.catalog.readCycle({ params: { cycleId: cycleId ?? '' } }),
    enabled: cycleId !== undefined,
  });
