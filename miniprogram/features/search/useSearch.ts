import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';
import { useDebounced } from '@/client/useDebounced';
import { useFirstPlace } from '@/client/useShop';

/** Titles that the words typed so far could mean. */
export const useSuggestions = (typed: string) => {
  const pickupPointId = useFirstPlace().place?.pickupPointId;
  const q = useDebounced(typed.trim());
  const query = useQuery({
    queryKey: ['suggestions', pickupPointId, q],
    queryFn: () => api.catalog.suggestSearches({ query: { pickupPointId, q } }),
    enabled: q !== '' && pickupPointId !== undefined,
    placeholderData: keepPreviousData,
  });
  return q === '' ? [] : (query.data?.suggestions ?? []);
};

/** What was found for `q`, page by page. */
export const useResults = (q: string | undefined) => {
  const pickupPointId = useFirstPlace().place?.pickupPointId;
  return usePages({
    queryKey: ['offers', pickupPointId, 'search', q],
    load: (cursor) => api.catalog.listOffers({ query: { pickupPointId, q, cursor, limit: '24' } }),
    enabled: q !== undefined && pickupPointId !== undefined,
  });
};
