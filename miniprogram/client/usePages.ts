import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useReachBottom } from '@tarojs/taro';

type PageOf<Item> = { items: Item[]; nextCursor?: string | undefined };
type PagesOptions<Item> = {
  queryKey: readonly unknown[];
  load: (cursor: string | undefined) => Promise<PageOf<Item>>;
  enabled?: boolean;
  /** Read anew so often, in milliseconds, while it is shown. */
  everyMs?: number;
  /** Another key reads the same list anew: what was read before stays on the screen until then. */
  keepShown?: boolean;
};

/** A cursor-paged list that grows when the page is scrolled to its end; `loadMore` for a button that does the same. */
export const usePages = <Item>({
  queryKey,
  load,
  enabled = true,
  everyMs,
  keepShown,
}: PagesOptions<Item>) => {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keepShown === true ? { placeholderData: keepPreviousData } : {}),
  });
  const loadMore = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  useReachBottom(loadMore);
  return { query, items: query.data?.pages.flatMap(({ items }) => items) ?? [], loadMore };
};
