import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import { persisted } from '@/platform/persisted';
import { api } from './api';

const lookAgainMs = 60_000;

const isText = (value: unknown): value is string => typeof value === 'string';
const kept = persisted<string>('operator-city', 1, isText);
const useChosen = create<{ cityId: string | undefined }>(() => ({ cityId: kept.read() }));

const chooseCity = (cityId: string): void => {
  kept.write(cityId);
  useChosen.setState({ cityId });
};

/**
 * The cities, and the one that this operator works for: the last one chosen, else the first. Cities are opened over the API: an
 * office that stays open meets a new one within a minute, or when somebody comes back to it.
 */
export const useCities = () => {
  const chosen = useChosen(({ cityId }) => cityId);
  const query = useQuery({
    queryKey: ['cities', 'all'],
    queryFn: async () => (await api.catalog.listCities({ query: { limit: '100' } })).items,
    refetchInterval: lookAgainMs,
  });
  const city = query.data?.find(({ cityId }) => cityId === chosen) ?? query.data?.[0];
  return { query, city, choose: chooseCity };
};
