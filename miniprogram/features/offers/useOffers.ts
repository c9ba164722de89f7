import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';

export type Shown = 'all' | 'onSale' | 'withdrawn';
/** Sales move stock all the time: what is looked at follows them. */
const followMs = 5_000;

/** The offers of a cycle by words and by whether they are on sale. */
export const useOffers = (cycleId: string, words: string, shown: Shown) => {
  const q = useDeferredValue(words.trim());
  return usePages({
    queryKey: ['offers-of', cycleId, q, shown],
    load: (cursor) =>
      api.catalog.listOfferRecords({
        params: { cycleId },
        query: {
          limit: '30',
          ...(q === '' ? {} : { q }),
          ...(shown === 'all' ? {} : { onSale: shown === 'onSale' ? 'true' : 'false' }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    everyMs: 4 * followMs,
  });
};

export const readOffer = (offerId: string) => api.catalog.readOfferRecord({ params: { offerId } });

export const useOffer = (offerId: string) =>
  useQuery({
    queryKey: ['offer-record', offerId],
    queryFn: () => readOffer(offerId),
    refetchInterval: followMs,
  });

/** What prices are measured by: the Sku's cost, and the highest lawful strike-through price in a cycle. */
export const usePricing = (skuId: string, cycleId: string) => {
  const sku = useQuery({
    queryKey: ['sku', skuId],
    queryFn: () => api.catalog.readSku({ params: { skuId } }),
  });
  const history = useQuery({
    queryKey: ['price-history', skuId, cycleId],
    queryFn: () => api.catalog.readPriceHistory({ params: { skuId }, query: { cycleId } }),
  });
  return { sku: sku.data, history: history.data };
};

/** Lets every list show an offer as it is now. */
export const useOfferChanged = () => {
  const queryClient = useQueryClient();
  return (offer: OfferRecord) => {
    queryClient.setQueryData(['offer-record', offer.offerId], offer);
    void queryClient.invalidateQueries({ queryKey: ['offers-of', offer.cycleId] });
    void queryClient.invalidateQueries({ queryKey: ['stock-books', offer.cycleId] });
    void queryClient.invalidateQueries({ queryKey: ['stock-adjustments', offer.offerId] });
  };
};
