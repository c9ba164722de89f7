import { useQuery } from '@tanstack/react-query';
import { api } from './api';

type PageOf<Item> = { items: Item[]; nextCursor?: string | undefined };
const maxPages = 20;

/** All of a short list, page by page. */
const allOf = async <Item>(load: (cursor: string | undefined) => Promise<PageOf<Item>>): Promise<Item[]> => {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const { items: more, nextCursor } = await load(cursor);
    items.push(...more);
    if (nextCursor === undefined) break;
    cursor = nextCursor;
  }
  return items;
};

/** All categories in the order in which they are shown; operators also see hidden ones. */
export const useAllCategories = () =>
  useQuery({
    queryKey: ['categories', 'all'],
    queryFn: () =>
      allOf((cursor) =>
        api.catalog.listCategories({ query: { limit: '100', ...(cursor ? { cursor } : {}) } }),
      ),
  });

/** All suppliers, oldest first. */
export const useAllSuppliers = () =>
  useQuery({
    queryKey: ['suppliers', 'all'],
    queryFn: () =>
      allOf((cursor) =>
        api.catalog.listSuppliers({ query: { limit: '100', ...(cursor ? { cursor } : {}) } }),
      ),
  });

/** The lots of one Sku, newest first. */
export const useLots = (skuId: string, enabled = true) =>
  useQuery({
    queryKey: ['lots', skuId],
    queryFn: async () => (await api.catalog.listLots({ query: { skuId, limit: '50' } })).items,
    enabled,
  });
