import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/client/api';

const followMs = 5_000;

/** The stock of a cycle, what is nearly gone first; read anew all the time, because sales move it. */
export const useStockBooks = (cycleId: string) => {
  const query = useInfiniteQuery({
    queryKey: ['stock-books', cycleId],
    queryFn: ({ pageParam }) =>
      api.catalog.readStockBooks({
        params: { cycleId },
        query: { sort: 'low', limit: '100', ...(pageParam === undefined ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ offers }) => offers.nextCursor,
    refetchInterval: followMs,
  });
  // A sale between the reading of two pages can show one offer on both.
  const offers = new Map(
    query.data?.pages.flatMap(({ offers: { items } }) => items.map((item) => [item.offerId, item] as const)),
  );
  return { query, totals: query.data?.pages[0], offers: [...offers.values()] };
};

type StockBook = ReturnType<typeof useStockBooks>;
export type StockTotals = NonNullable<StockBook['totals']>;
export type StockLine = StockBook['offers'][number];

/** A fifth of what there was is little enough to think of more. */
export const isNearlyGone = ({ available, initial, adjusted }: StockLine): boolean =>
  available > 0 && available * 5 <= initial + adjusted;
